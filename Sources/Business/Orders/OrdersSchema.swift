import Database

/// A sale has one id from its checkout to its order: lines, demand and contact are written once and belong to both.
public enum OrdersSchema {
    public static let migrations = [
        Migration("orders.0001 carts", carts, clustered: ["cart", "cart_line"]),
        Migration(
            "orders.0002 checkouts and orders", sales,
            clustered: ["checkout", "sale_contact", "sale_line", "sale_demand", "payment"]),
        Migration("orders.0003 endangered orders", endangered),
        Migration("orders.0004 checkouts of a customer", ofCustomer),
        Migration("orders.0005 reductions, notes, parked sales", counter, clustered: ["sale_note", "sale_approval", "parked_sale"]),
        Migration("orders.0006 orders to do", toDo),
        Migration("orders.0007 one cart of a customer", oneCart),
        Migration("orders.0008 sales by the quarter of an hour", salesSums, clustered: ["sales_quarter"]),
        Migration("orders.0009 orders that are done or were cancelled", noMoreToDo),
        Migration("orders.0010 words of those who bought", ofBuyers, clustered: ["order_word"]),
    ]

    private static let carts = """
        CREATE TABLE cart (
            id UUID NOT NULL PRIMARY KEY,
            digest BYTEA UNIQUE,
            customer UUID,
            channel UUID NOT NULL,
            location UUID,
            staff UUID,
            device UUID,
            source TEXT NOT NULL,
            currency TEXT NOT NULL,
            checkout UUID,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            closed_at BIGINT
        );
        CREATE INDEX cart_customer ON cart (customer, channel) WHERE customer IS NOT NULL AND closed_at IS NULL;
        CREATE TABLE cart_line (
            cart UUID NOT NULL REFERENCES cart (id),
            variant UUID NOT NULL,
            quantity BIGINT NOT NULL CHECK (quantity > 0),
            added_at BIGINT NOT NULL,
            PRIMARY KEY (cart, variant)
        );
        """

    /// Of several carts that a customer had on a channel the latest stays theirs; each other is what its cookie holds.
    private static let oneCart = """
        UPDATE cart SET customer = NULL WHERE closed_at IS NULL AND customer IS NOT NULL AND EXISTS (
            SELECT 1 FROM cart AS later WHERE later.customer = cart.customer AND later.channel = cart.channel
            AND later.closed_at IS NULL AND (later.updated_at, later.id) > (cart.updated_at, cart.id));
        DROP INDEX cart_customer;
        CREATE UNIQUE INDEX cart_customer ON cart (customer, channel) WHERE customer IS NOT NULL AND closed_at IS NULL;
        """

    /// `sale_contact` is personal data and may be erased; nothing else here is.
    private static let sales = """
        CREATE TABLE checkout (
            id UUID NOT NULL PRIMARY KEY,
            digest BYTEA NOT NULL UNIQUE,
            cart UUID NOT NULL,
            customer UUID,
            channel UUID NOT NULL,
            pool UUID NOT NULL,
            location UUID,
            staff UUID,
            device UUID,
            source TEXT NOT NULL,
            currency TEXT NOT NULL,
            total BIGINT NOT NULL,
            state TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        );
        CREATE TABLE sale_contact (
            sale UUID NOT NULL PRIMARY KEY,
            email TEXT NOT NULL,
            name TEXT NOT NULL,
            phone TEXT NOT NULL,
            line1 TEXT NOT NULL,
            line2 TEXT NOT NULL,
            postal_code TEXT NOT NULL,
            city TEXT NOT NULL,
            region TEXT NOT NULL,
            country TEXT NOT NULL
        );
        CREATE TABLE sale_line (
            sale UUID NOT NULL,
            position SMALLINT NOT NULL,
            variant UUID NOT NULL,
            title TEXT NOT NULL,
            sku TEXT,
            quantity BIGINT NOT NULL CHECK (quantity > 0),
            unit_price BIGINT NOT NULL CHECK (unit_price >= 0),
            list_price BIGINT NOT NULL,
            PRIMARY KEY (sale, position)
        );
        CREATE TABLE sale_demand (
            sale UUID NOT NULL,
            position SMALLINT NOT NULL,
            part SMALLINT NOT NULL,
            variant UUID NOT NULL,
            quantity BIGINT NOT NULL CHECK (quantity > 0),
            location UUID NOT NULL,
            hold UUID,
            allowance UUID,
            PRIMARY KEY (sale, position, part)
        );
        CREATE INDEX sale_demand_waiting ON sale_demand (variant, location) WHERE hold IS NOT NULL;
        CREATE TABLE payment (
            id UUID NOT NULL PRIMARY KEY,
            sale UUID NOT NULL,
            provider TEXT NOT NULL,
            amount BIGINT NOT NULL CHECK (amount >= 0),
            currency TEXT NOT NULL,
            state TEXT NOT NULL,
            reference TEXT,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL
        );
        CREATE INDEX payment_sale ON payment (sale);
        CREATE INDEX payment_pending ON payment (created_at) WHERE state = 'pending';
        CREATE TABLE sales_order (
            number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id UUID NOT NULL UNIQUE,
            digest BYTEA,
            customer UUID,
            channel UUID NOT NULL,
            pool UUID NOT NULL,
            location UUID,
            staff UUID,
            device UUID,
            source TEXT NOT NULL,
            currency TEXT NOT NULL,
            reporting_rate BIGINT NOT NULL,
            total BIGINT NOT NULL,
            state TEXT NOT NULL,
            placed_at BIGINT NOT NULL,
            endangered_at BIGINT
        );
        CREATE UNIQUE INDEX sales_order_digest ON sales_order (digest);
        CREATE INDEX sales_order_customer ON sales_order (customer, number) WHERE customer IS NOT NULL;
        CREATE INDEX sales_order_location ON sales_order (location, number) WHERE location IS NOT NULL;
        """

    /// Few orders are in danger at a time, and whoever looks after them looks for exactly those.
    private static let endangered = """
        CREATE INDEX sales_order_endangered ON sales_order (number) WHERE endangered_at IS NOT NULL;
        """

    /// Whoever erases a person looks for what they left in checkouts.
    private static let ofCustomer = """
        CREATE INDEX checkout_customer ON checkout (customer) WHERE customer IS NOT NULL;
        """

    /// `sale_note` and `parked_sale` may hold what people wrote, and may be erased.
    private static let counter = """
        ALTER TABLE sale_line ADD COLUMN discount BIGINT NOT NULL DEFAULT 0 CHECK (discount >= 0);
        ALTER TABLE sale_line ADD COLUMN reason TEXT;
        CREATE TABLE sale_note (
            sale UUID NOT NULL,
            position SMALLINT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (sale, position)
        );
        CREATE TABLE sale_approval (
            sale UUID NOT NULL PRIMARY KEY,
            location UUID NOT NULL,
            most BIGINT NOT NULL CHECK (most >= 0),
            currency TEXT NOT NULL,
            approved_at BIGINT NOT NULL
        );
        CREATE TABLE parked_sale (
            location UUID NOT NULL,
            sale UUID NOT NULL,
            staff UUID,
            customer UUID,
            label TEXT NOT NULL,
            units BIGINT NOT NULL,
            total BIGINT NOT NULL,
            currency TEXT NOT NULL,
            commands TEXT NOT NULL,
            parked_at BIGINT NOT NULL,
            claimed_by UUID,
            claimed_at BIGINT,
            PRIMARY KEY (location, sale)
        );
        """

    /// The list that is looked at most, and counted on every home page.
    private static let toDo = """
        CREATE INDEX sales_order_to_do ON sales_order (number) WHERE state = 'placed';
        """

    /// What home adds up: some thousand rows for its four weeks, however many orders there were.
    private static let salesSums = """
        CREATE TABLE sales_quarter (
            quarter BIGINT NOT NULL,
            channel UUID NOT NULL,
            currency TEXT NOT NULL,
            orders BIGINT NOT NULL,
            total BIGINT NOT NULL,
            PRIMARY KEY (quarter, channel, currency)
        );
        """

    /// A shop may have few of either among many of the other. Neither costs a checkout anything.
    private static let noMoreToDo = """
        CREATE INDEX sales_order_completed ON sales_order (number) WHERE state = 'completed';
        CREATE INDEX sales_order_cancelled ON sales_order (number) WHERE state = 'cancelled';
        """

    /// Personal data, which goes with the contact: by which word people find the orders of somebody.
    private static let ofBuyers = """
        CREATE TABLE order_word (
            word TEXT NOT NULL,
            number BIGINT NOT NULL,
            PRIMARY KEY (word, number)
        );
        """
}
