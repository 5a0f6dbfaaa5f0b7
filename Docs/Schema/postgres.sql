-- What the steps in Sources/**/*Schema.swift make, table by table. Written by SchemaDocumentTests; not to be edited.

CREATE TABLE account (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    book smallint NOT NULL,
    item uuid NOT NULL,
    state smallint NOT NULL,
    place uuid NOT NULL,
    pool uuid NOT NULL,
    lot text COLLATE "C" NOT NULL,
    balance bigint NOT NULL,
    held bigint NOT NULL,
    floor bigint,
    UNIQUE (book, item, state, place, pool, lot),
    CHECK (((floor IS NULL) OR ((balance - held) >= floor))),
    CHECK ((held >= 0)),
    PRIMARY KEY (id)
) WITH (fillfactor=80);

CREATE TABLE audit (
    seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    channel uuid,
    verb text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    details text COLLATE "C" NOT NULL,
    PRIMARY KEY (seq)
);

CREATE INDEX audit_by_actor ON public.audit USING btree (actor, seq);

CREATE INDEX audit_by_subject ON public.audit USING btree (subject, seq);

CREATE INDEX audit_by_verb ON public.audit USING btree (verb, seq);

CREATE TABLE bulk_edit (
    id uuid NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    change text COLLATE "C" NOT NULL,
    undone_at bigint,
    PRIMARY KEY (id)
);

CREATE TABLE bulk_edit_price (
    edit uuid NOT NULL,
    product uuid NOT NULL,
    variant uuid NOT NULL,
    list uuid NOT NULL,
    before bigint,
    compare_before bigint,
    after bigint,
    compare_after bigint,
    FOREIGN KEY (edit) REFERENCES bulk_edit(id),
    PRIMARY KEY (edit, product, variant, list)
);

CREATE TABLE bulk_edit_product (
    edit uuid NOT NULL,
    product uuid NOT NULL,
    before bigint NOT NULL,
    after bigint NOT NULL,
    state smallint NOT NULL,
    FOREIGN KEY (edit) REFERENCES bulk_edit(id),
    PRIMARY KEY (edit, product)
);

CREATE TABLE cart (
    id uuid NOT NULL,
    digest bytea,
    customer uuid,
    channel uuid NOT NULL,
    location uuid,
    staff uuid,
    device uuid,
    source text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    checkout uuid,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    closed_at bigint,
    UNIQUE (digest),
    PRIMARY KEY (id)
);

CREATE UNIQUE INDEX cart_customer ON public.cart USING btree (customer, channel) WHERE ((customer IS NOT NULL) AND (closed_at IS NULL));

CREATE TABLE cart_line (
    cart uuid NOT NULL,
    variant uuid NOT NULL,
    quantity bigint NOT NULL,
    added_at bigint NOT NULL,
    FOREIGN KEY (cart) REFERENCES cart(id),
    PRIMARY KEY (cart, variant),
    CHECK ((quantity > 0))
);

CREATE TABLE channel (
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    handle text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    purpose text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    price_list uuid NOT NULL,
    share_percent smallint,
    buffer bigint,
    cap bigint,
    stop_at bigint,
    stock text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    archived_at bigint,
    CHECK ((buffer >= 0)),
    CHECK ((cap >= 0)),
    UNIQUE (handle),
    PRIMARY KEY (id),
    CHECK (((share_percent >= 0) AND (share_percent <= 100))),
    CHECK ((stop_at >= 0))
);

CREATE TABLE channel_location (
    channel uuid NOT NULL,
    priority bigint NOT NULL,
    location uuid NOT NULL,
    FOREIGN KEY (channel) REFERENCES channel(id),
    UNIQUE (location, channel),
    PRIMARY KEY (channel, priority)
);

CREATE TABLE channel_location_left (
    location uuid NOT NULL,
    channel uuid NOT NULL,
    priority bigint NOT NULL,
    FOREIGN KEY (channel) REFERENCES channel(id),
    PRIMARY KEY (location, channel)
);

CREATE TABLE checkout (
    id uuid NOT NULL,
    digest bytea NOT NULL,
    cart uuid NOT NULL,
    customer uuid,
    channel uuid NOT NULL,
    pool uuid NOT NULL,
    location uuid,
    staff uuid,
    device uuid,
    source text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    total bigint NOT NULL,
    state text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    UNIQUE (digest),
    PRIMARY KEY (id)
);

CREATE INDEX checkout_customer ON public.checkout USING btree (customer) WHERE (customer IS NOT NULL);

CREATE TABLE collection (
    id uuid NOT NULL,
    handle text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    title_key text COLLATE "C" NOT NULL,
    description text COLLATE "C" NOT NULL,
    image text COLLATE "C",
    image_alt text COLLATE "C" NOT NULL,
    sort text COLLATE "C" NOT NULL,
    rule text COLLATE "C",
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    archived_at bigint,
    UNIQUE (handle),
    PRIMARY KEY (id)
);

CREATE INDEX collection_title ON public.collection USING btree (title_key, id);

CREATE TABLE collection_product (
    collection uuid NOT NULL,
    product uuid NOT NULL,
    "position" bigint,
    FOREIGN KEY (collection) REFERENCES collection(id),
    PRIMARY KEY (collection, product),
    FOREIGN KEY (product) REFERENCES product(id)
);

CREATE INDEX collection_product_product ON public.collection_product USING btree (product);

CREATE TABLE collection_translation (
    collection uuid NOT NULL,
    language text COLLATE "C" NOT NULL,
    title text COLLATE "C",
    description text COLLATE "C",
    updated_at bigint NOT NULL,
    FOREIGN KEY (collection) REFERENCES collection(id),
    PRIMARY KEY (collection, language)
);

CREATE TABLE contact_point (
    id uuid NOT NULL,
    customer uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    verified_at bigint,
    created_at bigint NOT NULL,
    FOREIGN KEY (customer) REFERENCES customer(id),
    UNIQUE (key, customer),
    PRIMARY KEY (id)
);

CREATE INDEX contact_point_by_customer ON public.contact_point USING btree (customer);

CREATE TABLE count_due (
    variant uuid NOT NULL,
    location uuid NOT NULL,
    pool uuid NOT NULL,
    since bigint NOT NULL,
    missing bigint NOT NULL,
    PRIMARY KEY (location, variant, pool)
);

CREATE TABLE customer (
    id uuid NOT NULL,
    root uuid NOT NULL,
    merged_into uuid,
    merged_at bigint,
    kind text COLLATE "C" NOT NULL,
    name text COLLATE "C",
    language text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    erased_at bigint,
    CHECK (((merged_into IS NULL) = (root = id))),
    FOREIGN KEY (merged_into) REFERENCES customer(id),
    PRIMARY KEY (id)
);

CREATE INDEX customer_by_root ON public.customer USING btree (root);

CREATE TABLE customer_address (
    id uuid NOT NULL,
    customer uuid NOT NULL,
    address text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint NOT NULL,
    FOREIGN KEY (customer) REFERENCES customer(id),
    PRIMARY KEY (id)
);

CREATE INDEX customer_address_by_customer ON public.customer_address USING btree (customer);

CREATE TABLE customer_credential (
    customer uuid NOT NULL,
    email_key text COLLATE "C" NOT NULL,
    password text COLLATE "C" NOT NULL,
    FOREIGN KEY (customer) REFERENCES customer(id),
    UNIQUE (email_key),
    PRIMARY KEY (customer)
);

CREATE TABLE customer_session (
    id uuid NOT NULL,
    token bytea NOT NULL,
    customer uuid NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    idle bigint NOT NULL,
    expires_at bigint NOT NULL,
    FOREIGN KEY (customer) REFERENCES customer(id),
    PRIMARY KEY (id),
    UNIQUE (token)
);

CREATE INDEX customer_session_by_customer ON public.customer_session USING btree (customer);

CREATE INDEX customer_session_by_expiry ON public.customer_session USING btree (expires_at);

CREATE TABLE customer_sign_in_failure (
    account bytea NOT NULL,
    failures bigint NOT NULL,
    last_at bigint NOT NULL,
    PRIMARY KEY (account)
);

CREATE INDEX customer_sign_in_failure_by_age ON public.customer_sign_in_failure USING btree (last_at);

CREATE TABLE customer_word (
    word text COLLATE "C" NOT NULL,
    customer uuid NOT NULL,
    FOREIGN KEY (customer) REFERENCES customer(id),
    PRIMARY KEY (word, customer)
);

CREATE TABLE device (
    id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL,
    location uuid NOT NULL,
    token bytea,
    status text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint,
    PRIMARY KEY (id),
    UNIQUE (token)
);

CREATE UNIQUE INDEX device_by_location ON public.device USING btree (location, name_key) WHERE (status = 'active'::text);

CREATE TABLE device_pairing (
    code bytea NOT NULL,
    token bytea NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (code)
);

CREATE INDEX device_pairing_by_expiry ON public.device_pairing USING btree (expires_at);

CREATE TABLE entry (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    at bigint NOT NULL,
    source bigint NOT NULL,
    target bigint NOT NULL,
    quantity bigint NOT NULL,
    document uuid NOT NULL,
    reason text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    channel uuid,
    CHECK ((source <> target)),
    PRIMARY KEY (id),
    CHECK ((quantity > 0))
) PARTITION BY RANGE (id);

CREATE INDEX entry_source ON ONLY public.entry USING btree (source, id);

CREATE INDEX entry_target ON ONLY public.entry USING btree (target, id);

CREATE TABLE fact (
    seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    at bigint NOT NULL,
    topic text COLLATE "C" NOT NULL,
    version smallint NOT NULL,
    subject uuid NOT NULL,
    body text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    channel uuid,
    cause bigint,
    xact bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    PRIMARY KEY (seq)
) PARTITION BY RANGE (seq);

CREATE INDEX fact_order ON ONLY public.fact USING btree (xact, seq);

CREATE INDEX fact_subject ON ONLY public.fact USING btree (subject, seq);

CREATE TABLE feed_epoch (
    epoch uuid NOT NULL,
    began_at bigint NOT NULL,
    PRIMARY KEY (epoch)
);

CREATE TABLE follower (
    name text COLLATE "C" NOT NULL,
    cursor bigint NOT NULL,
    failures bigint NOT NULL,
    error text COLLATE "C",
    retry_at bigint,
    moved_at bigint NOT NULL,
    xact bigint NOT NULL DEFAULT 0,
    node text COLLATE "C",
    leased_until bigint,
    PRIMARY KEY (name)
);

CREATE TABLE founding (
    "only" smallint NOT NULL,
    staff uuid NOT NULL,
    at bigint NOT NULL,
    CHECK (("only" = 1)),
    PRIMARY KEY ("only"),
    FOREIGN KEY (staff) REFERENCES staff_member(id)
);

CREATE TABLE founding_code (
    number smallint NOT NULL,
    code text COLLATE "C" NOT NULL,
    CHECK ((number = 1)),
    PRIMARY KEY (number)
);

CREATE TABLE front_draft (
    channel uuid NOT NULL,
    blocks text COLLATE "C" NOT NULL,
    made_at bigint NOT NULL,
    PRIMARY KEY (channel)
);

CREATE TABLE front_page (
    channel uuid NOT NULL,
    blocks text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (channel)
);

CREATE TABLE handle_redirect (
    noun text COLLATE "C" NOT NULL,
    handle text COLLATE "C" NOT NULL,
    target uuid NOT NULL,
    PRIMARY KEY (noun, handle)
);

CREATE TABLE hold (
    id uuid NOT NULL,
    source bigint NOT NULL,
    target bigint NOT NULL,
    quantity bigint NOT NULL,
    remaining bigint NOT NULL,
    captured bigint NOT NULL,
    expires_at bigint NOT NULL,
    document uuid NOT NULL,
    CHECK (((remaining >= 0) AND (captured >= 0) AND ((remaining + captured) <= quantity))),
    PRIMARY KEY (id)
) WITH (fillfactor=80);

CREATE INDEX hold_open ON public.hold USING btree (expires_at) WHERE (remaining > 0);

CREATE TABLE import_run (
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    begun_at bigint NOT NULL,
    heard_at bigint NOT NULL,
    ended_at bigint,
    size bigint NOT NULL,
    done bigint NOT NULL,
    rows_read bigint NOT NULL,
    created bigint NOT NULL,
    updated bigint NOT NULL,
    unchanged bigint NOT NULL,
    refused bigint NOT NULL,
    refusals text COLLATE "C" NOT NULL,
    fault text COLLATE "C",
    dismissed_at bigint,
    fallen bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (id)
);

CREATE INDEX import_run_to_see ON public.import_run USING btree (begun_at) WHERE ((dismissed_at IS NULL) AND ((refused > 0) OR (fault IS NOT NULL)));

CREATE TABLE listing (
    shelf bigint NOT NULL,
    product bigint NOT NULL,
    title_key text COLLATE "C" NOT NULL,
    price bigint NOT NULL,
    price_to bigint NOT NULL,
    compare_at bigint,
    "position" bigint,
    PRIMARY KEY (shelf, product),
    FOREIGN KEY (product) REFERENCES product(seq),
    FOREIGN KEY (shelf) REFERENCES shelf(id)
);

CREATE INDEX listing_position ON public.listing USING btree (shelf, "position", product) WHERE ("position" IS NOT NULL);

CREATE INDEX listing_price ON public.listing USING btree (shelf, price, product);

CREATE INDEX listing_product ON public.listing USING btree (product, shelf);

CREATE INDEX listing_title ON public.listing USING btree (shelf, title_key, product);

CREATE TABLE location (
    id uuid NOT NULL,
    code text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL,
    search_key text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    format text COLLATE "C" NOT NULL,
    line1 text COLLATE "C" NOT NULL,
    line2 text COLLATE "C" NOT NULL,
    city text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL,
    postal_code text COLLATE "C" NOT NULL,
    country text COLLATE "C" NOT NULL,
    latitude double precision,
    longitude double precision,
    time_zone text COLLATE "C" NOT NULL,
    hours text COLLATE "C" NOT NULL,
    services text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    archived_at bigint,
    CHECK (((latitude IS NULL) = (longitude IS NULL))),
    UNIQUE (code),
    PRIMARY KEY (id)
);

CREATE INDEX location_name ON public.location USING btree (name_key, id);

CREATE INDEX location_position ON public.location USING btree (latitude, longitude);

CREATE TABLE low_stock (
    variant uuid NOT NULL,
    free bigint NOT NULL,
    PRIMARY KEY (variant)
);

CREATE INDEX low_stock_free ON public.low_stock USING btree (free, variant);

CREATE TABLE media (
    id uuid NOT NULL,
    product uuid NOT NULL,
    "position" smallint NOT NULL,
    url text COLLATE "C" NOT NULL,
    alt text COLLATE "C" NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (product) REFERENCES product(id)
);

CREATE INDEX media_product ON public.media USING btree (product, "position");

CREATE TABLE migration (
    name text COLLATE "C" NOT NULL,
    fingerprint bigint NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE order_word (
    word text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (word, number)
);

CREATE TABLE owing_stock (
    variant uuid NOT NULL,
    PRIMARY KEY (variant)
);

CREATE TABLE parked_sale (
    location uuid NOT NULL,
    sale uuid NOT NULL,
    staff uuid,
    customer uuid,
    label text COLLATE "C" NOT NULL,
    units bigint NOT NULL,
    total bigint NOT NULL,
    currency text COLLATE "C" NOT NULL,
    commands text COLLATE "C" NOT NULL,
    parked_at bigint NOT NULL,
    claimed_by uuid,
    claimed_at bigint,
    PRIMARY KEY (location, sale)
);

CREATE TABLE payment (
    id uuid NOT NULL,
    sale uuid NOT NULL,
    provider text COLLATE "C" NOT NULL,
    amount bigint NOT NULL,
    currency text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    reference text COLLATE "C",
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    CHECK ((amount >= 0)),
    PRIMARY KEY (id)
);

CREATE INDEX payment_pending ON public.payment USING btree (created_at) WHERE (state = 'pending'::text);

CREATE INDEX payment_sale ON public.payment USING btree (sale);

CREATE TABLE picture_print (
    picture uuid NOT NULL,
    size smallint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (picture, size)
);

CREATE TABLE pool_shelf (
    pool uuid NOT NULL,
    variant uuid NOT NULL,
    location uuid NOT NULL,
    PRIMARY KEY (pool, variant, location)
);

CREATE TABLE price (
    variant uuid NOT NULL,
    list uuid NOT NULL,
    amount bigint NOT NULL,
    compare_at bigint,
    CHECK ((amount >= 0)),
    CHECK ((compare_at >= 0)),
    FOREIGN KEY (list) REFERENCES price_list(id),
    PRIMARY KEY (variant, list),
    FOREIGN KEY (variant) REFERENCES variant(id)
);

CREATE TABLE price_list (
    id uuid NOT NULL,
    handle text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    UNIQUE (handle),
    PRIMARY KEY (id)
);

CREATE TABLE product (
    seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    id uuid NOT NULL,
    handle text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    title_key text COLLATE "C" NOT NULL,
    vendor text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    tags text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    option1 text COLLATE "C",
    option2 text COLLATE "C",
    option3 text COLLATE "C",
    media uuid,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    UNIQUE (handle),
    UNIQUE (id),
    PRIMARY KEY (seq)
);

CREATE INDEX product_archived ON public.product USING btree (title_key, seq) WHERE (status = 'archived'::text);

CREATE INDEX product_draft ON public.product USING btree (title_key, seq) WHERE (status = 'draft'::text);

CREATE INDEX product_title ON public.product USING btree (title_key, seq);

CREATE INDEX product_type ON public.product USING btree (type, title_key, seq);

CREATE INDEX product_vendor ON public.product USING btree (vendor, title_key, seq);

CREATE TABLE product_content (
    product uuid NOT NULL,
    body text COLLATE "C" NOT NULL,
    attributes text COLLATE "C" NOT NULL,
    PRIMARY KEY (product),
    FOREIGN KEY (product) REFERENCES product(id)
);

CREATE TABLE product_search (
    product bigint NOT NULL,
    words text COLLATE "C" NOT NULL,
    PRIMARY KEY (product),
    FOREIGN KEY (product) REFERENCES product(seq)
);

CREATE TABLE product_translation (
    product uuid NOT NULL,
    language text COLLATE "C" NOT NULL,
    title text COLLATE "C",
    body text COLLATE "C",
    words text COLLATE "C" NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (product, language),
    FOREIGN KEY (product) REFERENCES product(id)
);

CREATE TABLE product_version (
    product uuid NOT NULL,
    version bigint NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    snapshot text COLLATE "C" NOT NULL,
    PRIMARY KEY (product, version),
    FOREIGN KEY (product) REFERENCES product(id)
);

CREATE TABLE sale_approval (
    sale uuid NOT NULL,
    location uuid NOT NULL,
    most bigint NOT NULL,
    currency text COLLATE "C" NOT NULL,
    approved_at bigint NOT NULL,
    CHECK ((most >= 0)),
    PRIMARY KEY (sale)
);

CREATE TABLE sale_contact (
    sale uuid NOT NULL,
    email text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    phone text COLLATE "C" NOT NULL,
    line1 text COLLATE "C" NOT NULL,
    line2 text COLLATE "C" NOT NULL,
    postal_code text COLLATE "C" NOT NULL,
    city text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL,
    country text COLLATE "C" NOT NULL,
    PRIMARY KEY (sale)
);

CREATE TABLE sale_demand (
    sale uuid NOT NULL,
    "position" smallint NOT NULL,
    part smallint NOT NULL,
    variant uuid NOT NULL,
    quantity bigint NOT NULL,
    location uuid NOT NULL,
    hold uuid,
    allowance uuid,
    PRIMARY KEY (sale, "position", part),
    CHECK ((quantity > 0))
);

CREATE INDEX sale_demand_waiting ON public.sale_demand USING btree (variant, location) WHERE (hold IS NOT NULL);

CREATE TABLE sale_line (
    sale uuid NOT NULL,
    "position" smallint NOT NULL,
    variant uuid NOT NULL,
    title text COLLATE "C" NOT NULL,
    sku text COLLATE "C",
    quantity bigint NOT NULL,
    unit_price bigint NOT NULL,
    list_price bigint NOT NULL,
    discount bigint NOT NULL DEFAULT 0,
    reason text COLLATE "C",
    CHECK ((discount >= 0)),
    PRIMARY KEY (sale, "position"),
    CHECK ((quantity > 0)),
    CHECK ((unit_price >= 0))
);

CREATE TABLE sale_note (
    sale uuid NOT NULL,
    "position" smallint NOT NULL,
    text text COLLATE "C" NOT NULL,
    PRIMARY KEY (sale, "position")
);

CREATE TABLE sales_order (
    number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    id uuid NOT NULL,
    digest bytea,
    customer uuid,
    channel uuid NOT NULL,
    pool uuid NOT NULL,
    location uuid,
    staff uuid,
    device uuid,
    source text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    reporting_rate bigint NOT NULL,
    total bigint NOT NULL,
    state text COLLATE "C" NOT NULL,
    placed_at bigint NOT NULL,
    endangered_at bigint,
    UNIQUE (id),
    PRIMARY KEY (number)
);

CREATE INDEX sales_order_cancelled ON public.sales_order USING btree (number) WHERE (state = 'cancelled'::text);

CREATE INDEX sales_order_completed ON public.sales_order USING btree (number) WHERE (state = 'completed'::text);

CREATE INDEX sales_order_customer ON public.sales_order USING btree (customer, number) WHERE (customer IS NOT NULL);

CREATE UNIQUE INDEX sales_order_digest ON public.sales_order USING btree (digest);

CREATE INDEX sales_order_endangered ON public.sales_order USING btree (number) WHERE (endangered_at IS NOT NULL);

CREATE INDEX sales_order_location ON public.sales_order USING btree (location, number) WHERE (location IS NOT NULL);

CREATE INDEX sales_order_to_do ON public.sales_order USING btree (number) WHERE (state = 'placed'::text);

CREATE TABLE sales_quarter (
    quarter bigint NOT NULL,
    channel uuid NOT NULL,
    currency text COLLATE "C" NOT NULL,
    orders bigint NOT NULL,
    total bigint NOT NULL,
    PRIMARY KEY (quarter, channel, currency)
);

CREATE TABLE saved_view (
    id uuid NOT NULL,
    list text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL,
    query text COLLATE "C" NOT NULL,
    UNIQUE (list, name_key),
    PRIMARY KEY (id)
);

CREATE TABLE shelf (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    list uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    products bigint NOT NULL,
    FOREIGN KEY (list) REFERENCES price_list(id),
    UNIQUE (list, kind, key),
    PRIMARY KEY (id)
);

CREATE TABLE shop_guide (
    channel uuid NOT NULL,
    menu text COLLATE "C" NOT NULL,
    delivery_from smallint,
    delivery_to smallint,
    delivery_words text COLLATE "C" NOT NULL,
    shop_words text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (channel)
);

CREATE TABLE shop_guide_translation (
    channel uuid NOT NULL,
    language text COLLATE "C" NOT NULL,
    delivery_words text COLLATE "C",
    shop_words text COLLATE "C",
    updated_at bigint NOT NULL,
    PRIMARY KEY (channel, language)
);

CREATE TABLE shop_setting (
    name text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE staff_grant (
    staff uuid NOT NULL,
    location uuid NOT NULL,
    role text COLLATE "C" NOT NULL,
    granted_at bigint NOT NULL,
    PRIMARY KEY (staff, location),
    FOREIGN KEY (staff) REFERENCES staff_member(id)
);

CREATE INDEX staff_grant_by_location ON public.staff_grant USING btree (location, role);

CREATE TABLE staff_member (
    id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    email_key text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    password text COLLATE "C",
    pin text COLLATE "C",
    status text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    UNIQUE (email_key),
    PRIMARY KEY (id)
);

CREATE INDEX staff_member_by_name ON public.staff_member USING btree (status, name_key, id);

CREATE TABLE staff_session (
    id uuid NOT NULL,
    token bytea NOT NULL,
    staff uuid NOT NULL,
    device uuid,
    method text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    idle bigint NOT NULL,
    expires_at bigint NOT NULL,
    FOREIGN KEY (device) REFERENCES device(id),
    PRIMARY KEY (id),
    FOREIGN KEY (staff) REFERENCES staff_member(id),
    UNIQUE (token)
);

CREATE INDEX staff_session_by_device ON public.staff_session USING btree (device);

CREATE INDEX staff_session_by_expiry ON public.staff_session USING btree (expires_at);

CREATE INDEX staff_session_by_staff ON public.staff_session USING btree (staff);

CREATE TABLE staff_sign_in_failure (
    account bytea NOT NULL,
    failures bigint NOT NULL,
    last_at bigint NOT NULL,
    PRIMARY KEY (account)
);

CREATE INDEX staff_sign_in_failure_by_age ON public.staff_sign_in_failure USING btree (last_at);

CREATE TABLE stock_document (
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    location uuid NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    note text COLLATE "C" NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE story (
    id uuid NOT NULL,
    handle text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    lede text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    image text COLLATE "C",
    image_alt text COLLATE "C" NOT NULL,
    serves smallint,
    minutes smallint,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    archived_at bigint,
    title_key text COLLATE "C" NOT NULL DEFAULT ''::text,
    UNIQUE (handle),
    PRIMARY KEY (id)
);

CREATE INDEX story_created ON public.story USING btree (created_at, id);

CREATE TABLE story_product (
    story uuid NOT NULL,
    "position" smallint NOT NULL,
    product uuid NOT NULL,
    PRIMARY KEY (story, "position"),
    FOREIGN KEY (story) REFERENCES story(id)
);

CREATE INDEX story_product_product ON public.story_product USING btree (product, story);

CREATE TABLE story_translation (
    story uuid NOT NULL,
    language text COLLATE "C" NOT NULL,
    title text COLLATE "C",
    lede text COLLATE "C",
    body text COLLATE "C",
    updated_at bigint NOT NULL,
    PRIMARY KEY (story, language),
    FOREIGN KEY (story) REFERENCES story(id)
);

CREATE TABLE timer (
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    subject uuid NOT NULL,
    due bigint NOT NULL,
    attempts bigint NOT NULL,
    leased_until bigint,
    error text COLLATE "C",
    UNIQUE (kind, subject),
    PRIMARY KEY (id)
);

CREATE INDEX timer_due ON public.timer USING btree (due);

CREATE TABLE variant (
    id uuid NOT NULL,
    product uuid NOT NULL,
    "position" smallint NOT NULL,
    option1 text COLLATE "C",
    option2 text COLLATE "C",
    option3 text COLLATE "C",
    sku text COLLATE "C",
    sku_key text COLLATE "C",
    barcode text COLLATE "C",
    gtin text COLLATE "C",
    grams bigint,
    taxable boolean NOT NULL,
    requires_shipping boolean NOT NULL,
    when_sold_out text COLLATE "C" NOT NULL,
    tracked boolean NOT NULL,
    media uuid,
    archived_at bigint,
    PRIMARY KEY (id),
    FOREIGN KEY (product) REFERENCES product(id)
);

CREATE INDEX variant_gtin ON public.variant USING btree (gtin);

CREATE INDEX variant_product ON public.variant USING btree (product, "position");

CREATE UNIQUE INDEX variant_sku ON public.variant USING btree (sku) WHERE (archived_at IS NULL);

CREATE INDEX variant_sku_key ON public.variant USING btree (sku_key);
