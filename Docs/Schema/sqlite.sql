-- What the steps in Sources/**/*Schema.swift make, table by table. Written by SchemaDocumentTests; not to be edited.

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    book INTEGER NOT NULL,
    item BLOB NOT NULL,
    state INTEGER NOT NULL,
    place BLOB NOT NULL,
    pool BLOB NOT NULL,
    lot TEXT NOT NULL,
    balance INTEGER NOT NULL,
    held INTEGER NOT NULL,
    floor INTEGER,
    UNIQUE (book, item, state, place, pool, lot),
    CHECK (held >= 0),
    CHECK (floor IS NULL OR balance - held >= floor)
) STRICT;

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    channel BLOB,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL
) STRICT;

CREATE INDEX audit_by_actor ON audit (actor, seq);

CREATE INDEX audit_by_subject ON audit (subject, seq);

CREATE INDEX audit_by_verb ON audit (verb, seq);

CREATE TABLE bulk_edit (
    id BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    change TEXT NOT NULL,
    undone_at INTEGER
) STRICT;

CREATE TABLE bulk_edit_price (
    edit BLOB NOT NULL REFERENCES bulk_edit (id),
    product BLOB NOT NULL,
    variant BLOB NOT NULL,
    list BLOB NOT NULL,
    before INTEGER,
    compare_before INTEGER,
    after INTEGER,
    compare_after INTEGER,
    PRIMARY KEY (edit, product, variant, list)
) STRICT, WITHOUT ROWID;

CREATE TABLE bulk_edit_product (
    edit BLOB NOT NULL REFERENCES bulk_edit (id),
    product BLOB NOT NULL,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    state INTEGER NOT NULL,
    PRIMARY KEY (edit, product)
) STRICT, WITHOUT ROWID;

CREATE TABLE cart (
    id BLOB NOT NULL PRIMARY KEY,
    digest BLOB UNIQUE,
    customer BLOB,
    channel BLOB NOT NULL,
    location BLOB,
    staff BLOB,
    device BLOB,
    source TEXT NOT NULL,
    currency TEXT NOT NULL,
    checkout BLOB,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX cart_customer ON cart (customer, channel) WHERE customer IS NOT NULL AND closed_at IS NULL;

CREATE TABLE cart_line (
    cart BLOB NOT NULL REFERENCES cart (id),
    variant BLOB NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    added_at INTEGER NOT NULL,
    PRIMARY KEY (cart, variant)
) STRICT, WITHOUT ROWID;

CREATE TABLE channel (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    handle TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    currency TEXT NOT NULL,
    language TEXT NOT NULL,
    price_list BLOB NOT NULL,
    share_percent INTEGER CHECK (share_percent BETWEEN 0 AND 100),
    buffer INTEGER CHECK (buffer >= 0),
    cap INTEGER CHECK (cap >= 0),
    stop_at INTEGER CHECK (stop_at >= 0),
    stock TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER
) STRICT;

CREATE TABLE channel_location (
    channel BLOB NOT NULL REFERENCES channel (id),
    priority INTEGER NOT NULL,
    location BLOB NOT NULL,
    PRIMARY KEY (channel, priority),
    UNIQUE (location, channel)
) STRICT;

CREATE TABLE channel_location_left (
    location BLOB NOT NULL,
    channel BLOB NOT NULL REFERENCES channel (id),
    priority INTEGER NOT NULL,
    PRIMARY KEY (location, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkout (
    id BLOB NOT NULL PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    cart BLOB NOT NULL,
    customer BLOB,
    channel BLOB NOT NULL,
    pool BLOB NOT NULL,
    location BLOB,
    staff BLOB,
    device BLOB,
    source TEXT NOT NULL,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX checkout_customer ON checkout (customer) WHERE customer IS NOT NULL;

CREATE TABLE collection (
    id BLOB NOT NULL PRIMARY KEY,
    handle TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    description TEXT NOT NULL,
    image TEXT,
    image_alt TEXT NOT NULL,
    sort TEXT NOT NULL,
    rule TEXT,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER
) STRICT;

CREATE INDEX collection_title ON collection (title_key, id);

CREATE TABLE collection_product (
    collection BLOB NOT NULL REFERENCES collection (id),
    product BLOB NOT NULL REFERENCES product (id),
    position INTEGER,
    PRIMARY KEY (collection, product)
) STRICT, WITHOUT ROWID;

CREATE INDEX collection_product_product ON collection_product (product);

CREATE TABLE collection_translation (
    collection BLOB NOT NULL REFERENCES collection (id),
    language TEXT NOT NULL,
    title TEXT,
    description TEXT,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (collection, language)
) STRICT;

CREATE TABLE contact_point (
    id BLOB NOT NULL PRIMARY KEY,
    customer BLOB NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    key TEXT NOT NULL,
    verified_at INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (key, customer)
) STRICT;

CREATE INDEX contact_point_by_customer ON contact_point (customer);

CREATE TABLE count_due (
    variant BLOB NOT NULL,
    location BLOB NOT NULL,
    pool BLOB NOT NULL,
    since INTEGER NOT NULL,
    missing INTEGER NOT NULL,
    PRIMARY KEY (location, variant, pool)
) STRICT;

CREATE TABLE customer (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    merged_into BLOB REFERENCES customer (id),
    merged_at INTEGER,
    kind TEXT NOT NULL,
    name TEXT,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    erased_at INTEGER,
    CHECK ((merged_into IS NULL) = (root = id))
) STRICT;

CREATE INDEX customer_by_root ON customer (root);

CREATE TABLE customer_address (
    id BLOB NOT NULL PRIMARY KEY,
    customer BLOB NOT NULL REFERENCES customer (id),
    address TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;

CREATE INDEX customer_address_by_customer ON customer_address (customer);

CREATE TABLE customer_credential (
    customer BLOB NOT NULL PRIMARY KEY REFERENCES customer (id),
    email_key TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL
) STRICT;

CREATE TABLE customer_session (
    id BLOB NOT NULL PRIMARY KEY,
    token BLOB NOT NULL UNIQUE,
    customer BLOB NOT NULL REFERENCES customer (id),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    idle INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX customer_session_by_customer ON customer_session (customer);

CREATE INDEX customer_session_by_expiry ON customer_session (expires_at);

CREATE TABLE customer_sign_in_failure (
    account BLOB NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;

CREATE INDEX customer_sign_in_failure_by_age ON customer_sign_in_failure (last_at);

CREATE TABLE customer_word (
    word TEXT NOT NULL,
    customer BLOB NOT NULL REFERENCES customer (id),
    PRIMARY KEY (word, customer)
) STRICT;

CREATE TABLE device (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    location BLOB NOT NULL,
    token BLOB UNIQUE,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER
) STRICT;

CREATE UNIQUE INDEX device_by_location ON device (location, name_key) WHERE status = 'active';

CREATE TABLE device_pairing (
    code BLOB NOT NULL PRIMARY KEY,
    token BLOB NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX device_pairing_by_expiry ON device_pairing (expires_at);

CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    source INTEGER NOT NULL,
    target INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    document BLOB NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    channel BLOB,
    CHECK (quantity > 0),
    CHECK (source <> target)
) STRICT;

CREATE INDEX entry_source ON entry (source, id);

CREATE INDEX entry_target ON entry (target, id);

CREATE TABLE fact (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    topic TEXT NOT NULL,
    version INTEGER NOT NULL,
    subject BLOB NOT NULL,
    body TEXT NOT NULL,
    actor TEXT NOT NULL,
    channel BLOB,
    cause INTEGER
) STRICT;

CREATE INDEX fact_subject ON fact (subject, seq);

CREATE TABLE feed_epoch (epoch BLOB NOT NULL PRIMARY KEY, began_at INTEGER NOT NULL) STRICT;

CREATE TABLE follower (
    name TEXT NOT NULL PRIMARY KEY,
    cursor INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    error TEXT,
    retry_at INTEGER,
    moved_at INTEGER NOT NULL
, xact INTEGER NOT NULL DEFAULT 0, node TEXT, leased_until INTEGER) STRICT;

CREATE TABLE founding (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    staff BLOB NOT NULL REFERENCES staff_member (id),
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE founding_code (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number = 1),
    code TEXT NOT NULL
) STRICT;

CREATE TABLE front_draft (
    channel BLOB NOT NULL PRIMARY KEY,
    blocks TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE front_page (
    channel BLOB NOT NULL PRIMARY KEY,
    blocks TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE handle_redirect (
    noun TEXT NOT NULL,
    handle TEXT NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (noun, handle)
) STRICT;

CREATE TABLE hold (
    id BLOB NOT NULL PRIMARY KEY,
    source INTEGER NOT NULL,
    target INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    remaining INTEGER NOT NULL,
    captured INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    document BLOB NOT NULL,
    CHECK (remaining >= 0 AND captured >= 0 AND remaining + captured <= quantity)
) STRICT, WITHOUT ROWID;

CREATE INDEX hold_open ON hold (expires_at) WHERE remaining > 0;

CREATE TABLE import_run (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    file TEXT NOT NULL,
    actor TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    heard_at INTEGER NOT NULL,
    ended_at INTEGER,
    size INTEGER NOT NULL,
    done INTEGER NOT NULL,
    rows_read INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    refusals TEXT NOT NULL,
    fault TEXT,
    dismissed_at INTEGER
, fallen INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX import_run_to_see ON import_run (begun_at) WHERE dismissed_at IS NULL AND (refused > 0 OR fault IS NOT NULL);

CREATE TABLE listing (
    shelf INTEGER NOT NULL REFERENCES shelf (id),
    product INTEGER NOT NULL REFERENCES product (seq),
    title_key TEXT NOT NULL,
    price INTEGER NOT NULL,
    price_to INTEGER NOT NULL,
    compare_at INTEGER,
    position INTEGER,
    PRIMARY KEY (shelf, product)
) STRICT, WITHOUT ROWID;

CREATE INDEX listing_position ON listing (shelf, position, product) WHERE position IS NOT NULL;

CREATE INDEX listing_price ON listing (shelf, price, product);

CREATE INDEX listing_product ON listing (product, shelf);

CREATE INDEX listing_title ON listing (shelf, title_key, product);

CREATE TABLE location (
    id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    format TEXT NOT NULL,
    line1 TEXT NOT NULL,
    line2 TEXT NOT NULL,
    city TEXT NOT NULL,
    region TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    country TEXT NOT NULL,
    latitude REAL,
    longitude REAL,
    time_zone TEXT NOT NULL,
    hours TEXT NOT NULL,
    services TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE INDEX location_name ON location (name_key, id);

CREATE INDEX location_position ON location (latitude, longitude);

CREATE TABLE low_stock (
    variant BLOB NOT NULL PRIMARY KEY,
    free INTEGER NOT NULL
) STRICT;

CREATE INDEX low_stock_free ON low_stock (free, variant);

CREATE TABLE media (
    id BLOB NOT NULL PRIMARY KEY,
    product BLOB NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    alt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX media_product ON media (product, position);

CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY, fingerprint INTEGER NOT NULL) STRICT;

CREATE TABLE order_word (
    word TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (word, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE owing_stock (variant BLOB NOT NULL PRIMARY KEY) STRICT;

CREATE TABLE parked_sale (
    location BLOB NOT NULL,
    sale BLOB NOT NULL,
    staff BLOB,
    customer BLOB,
    label TEXT NOT NULL,
    units INTEGER NOT NULL,
    total INTEGER NOT NULL,
    currency TEXT NOT NULL,
    commands TEXT NOT NULL,
    parked_at INTEGER NOT NULL,
    claimed_by BLOB,
    claimed_at INTEGER,
    PRIMARY KEY (location, sale)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
    id BLOB NOT NULL PRIMARY KEY,
    sale BLOB NOT NULL,
    provider TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    currency TEXT NOT NULL,
    state TEXT NOT NULL,
    reference TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_pending ON payment (created_at) WHERE state = 'pending';

CREATE INDEX payment_sale ON payment (sale);

CREATE TABLE picture_print (
    picture BLOB NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (picture, size)
) STRICT;

CREATE TABLE pool_shelf (
    pool BLOB NOT NULL,
    variant BLOB NOT NULL,
    location BLOB NOT NULL,
    PRIMARY KEY (pool, variant, location)
) STRICT;

CREATE TABLE price (
    variant BLOB NOT NULL REFERENCES variant (id),
    list BLOB NOT NULL REFERENCES price_list (id),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    compare_at INTEGER CHECK (compare_at >= 0),
    PRIMARY KEY (variant, list)
) STRICT, WITHOUT ROWID;

CREATE TABLE price_list (
    id BLOB NOT NULL PRIMARY KEY,
    handle TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE product (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    handle TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    vendor TEXT NOT NULL,
    type TEXT NOT NULL,
    tags TEXT NOT NULL,
    status TEXT NOT NULL,
    option1 TEXT,
    option2 TEXT,
    option3 TEXT,
    media BLOB,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX product_archived ON product (title_key, seq) WHERE status = 'archived';

CREATE INDEX product_draft ON product (title_key, seq) WHERE status = 'draft';

CREATE INDEX product_title ON product (title_key, seq);

CREATE INDEX product_type ON product (type, title_key, seq);

CREATE INDEX product_vendor ON product (vendor, title_key, seq);

CREATE TABLE product_content (
    product BLOB NOT NULL PRIMARY KEY REFERENCES product (id),
    body TEXT NOT NULL,
    attributes TEXT NOT NULL
) STRICT;

CREATE TABLE product_search (
    product INTEGER NOT NULL PRIMARY KEY REFERENCES product (seq),
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE product_translation (
    product BLOB NOT NULL REFERENCES product (id),
    language TEXT NOT NULL,
    title TEXT,
    body TEXT,
    words TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (product, language)
) STRICT;

CREATE TABLE product_version (
    product BLOB NOT NULL REFERENCES product (id),
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    PRIMARY KEY (product, version)
) STRICT;

CREATE TABLE sale_approval (
    sale BLOB NOT NULL PRIMARY KEY,
    location BLOB NOT NULL,
    most INTEGER NOT NULL CHECK (most >= 0),
    currency TEXT NOT NULL,
    approved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_contact (
    sale BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    line1 TEXT NOT NULL,
    line2 TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    city TEXT NOT NULL,
    region TEXT NOT NULL,
    country TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_demand (
    sale BLOB NOT NULL,
    position INTEGER NOT NULL,
    part INTEGER NOT NULL,
    variant BLOB NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    location BLOB NOT NULL,
    hold BLOB,
    allowance BLOB,
    PRIMARY KEY (sale, position, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX sale_demand_waiting ON sale_demand (variant, location) WHERE hold IS NOT NULL;

CREATE TABLE sale_line (
    sale BLOB NOT NULL,
    position INTEGER NOT NULL,
    variant BLOB NOT NULL,
    title TEXT NOT NULL,
    sku TEXT,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price INTEGER NOT NULL CHECK (unit_price >= 0),
    list_price INTEGER NOT NULL, discount INTEGER NOT NULL DEFAULT 0 CHECK (discount >= 0), reason TEXT,
    PRIMARY KEY (sale, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_note (
    sale BLOB NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (sale, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sales_order (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    digest BLOB,
    customer BLOB,
    channel BLOB NOT NULL,
    pool BLOB NOT NULL,
    location BLOB,
    staff BLOB,
    device BLOB,
    source TEXT NOT NULL,
    currency TEXT NOT NULL,
    reporting_rate INTEGER NOT NULL,
    total INTEGER NOT NULL,
    state TEXT NOT NULL,
    placed_at INTEGER NOT NULL,
    endangered_at INTEGER
) STRICT;

CREATE INDEX sales_order_cancelled ON sales_order (number) WHERE state = 'cancelled';

CREATE INDEX sales_order_completed ON sales_order (number) WHERE state = 'completed';

CREATE INDEX sales_order_customer ON sales_order (customer, number) WHERE customer IS NOT NULL;

CREATE UNIQUE INDEX sales_order_digest ON sales_order (digest);

CREATE INDEX sales_order_endangered ON sales_order (number) WHERE endangered_at IS NOT NULL;

CREATE INDEX sales_order_location ON sales_order (location, number) WHERE location IS NOT NULL;

CREATE INDEX sales_order_to_do ON sales_order (number) WHERE state = 'placed';

CREATE TABLE sales_quarter (
    quarter INTEGER NOT NULL,
    channel BLOB NOT NULL,
    currency TEXT NOT NULL,
    orders INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (quarter, channel, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
    id BLOB NOT NULL PRIMARY KEY,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    query TEXT NOT NULL,
    UNIQUE (list, name_key)
) STRICT;

CREATE TABLE shelf (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list BLOB NOT NULL REFERENCES price_list (id),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    products INTEGER NOT NULL,
    UNIQUE (list, kind, key)
) STRICT;

CREATE TABLE shop_guide (
    channel BLOB NOT NULL PRIMARY KEY,
    menu TEXT NOT NULL,
    delivery_from INTEGER,
    delivery_to INTEGER,
    delivery_words TEXT NOT NULL,
    shop_words TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE shop_guide_translation (
    channel BLOB NOT NULL,
    language TEXT NOT NULL,
    delivery_words TEXT,
    shop_words TEXT,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (channel, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE shop_setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE staff_grant (
    staff BLOB NOT NULL REFERENCES staff_member (id),
    location BLOB NOT NULL,
    role TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    PRIMARY KEY (staff, location)
) STRICT;

CREATE INDEX staff_grant_by_location ON staff_grant (location, role);

CREATE TABLE staff_member (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    password TEXT,
    pin TEXT,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX staff_member_by_name ON staff_member (status, name_key, id);

CREATE TABLE staff_session (
    id BLOB NOT NULL PRIMARY KEY,
    token BLOB NOT NULL UNIQUE,
    staff BLOB NOT NULL REFERENCES staff_member (id),
    device BLOB REFERENCES device (id),
    method TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    idle INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX staff_session_by_device ON staff_session (device);

CREATE INDEX staff_session_by_expiry ON staff_session (expires_at);

CREATE INDEX staff_session_by_staff ON staff_session (staff);

CREATE TABLE staff_sign_in_failure (
    account BLOB NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;

CREATE INDEX staff_sign_in_failure_by_age ON staff_sign_in_failure (last_at);

CREATE TABLE stock_document (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    location BLOB NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE story (
    id BLOB NOT NULL PRIMARY KEY,
    handle TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    lede TEXT NOT NULL,
    body TEXT NOT NULL,
    image TEXT,
    image_alt TEXT NOT NULL,
    serves INTEGER,
    minutes INTEGER,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    archived_at INTEGER
, title_key TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX story_created ON story (created_at, id);

CREATE TABLE story_product (
    story BLOB NOT NULL REFERENCES story (id),
    position INTEGER NOT NULL,
    product BLOB NOT NULL,
    PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX story_product_product ON story_product (product, story);

CREATE TABLE story_translation (
    story BLOB NOT NULL REFERENCES story (id),
    language TEXT NOT NULL,
    title TEXT,
    lede TEXT,
    body TEXT,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (story, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE timer (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    leased_until INTEGER,
    error TEXT,
    UNIQUE (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX timer_due ON timer (due);

CREATE TABLE variant (
    id BLOB NOT NULL PRIMARY KEY,
    product BLOB NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL,
    option1 TEXT,
    option2 TEXT,
    option3 TEXT,
    sku TEXT,
    sku_key TEXT,
    barcode TEXT,
    gtin TEXT,
    grams INTEGER,
    taxable INTEGER NOT NULL,
    requires_shipping INTEGER NOT NULL,
    when_sold_out TEXT NOT NULL,
    tracked INTEGER NOT NULL,
    media BLOB,
    archived_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX variant_gtin ON variant (gtin);

CREATE INDEX variant_product ON variant (product, position);

CREATE UNIQUE INDEX variant_sku ON variant (sku) WHERE archived_at IS NULL;

CREATE INDEX variant_sku_key ON variant (sku_key);
