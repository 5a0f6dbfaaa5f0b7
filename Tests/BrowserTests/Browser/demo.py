"""What these tests know of the demo shop."""

OWNER = "kaisa@vakka.example"
PASSWORD = "raspberries in june"
ASSOCIATE = "Noora Salmi"
PIN = "4826"
STORE = "Helsinki, Fredrikinkatu"
PRODUCT = "Sampo salt mill"
PRODUCT_PATH = "/products/sampo-mill"
