@main enum Seam { static func main() {} }
