package dev.lockstile.auth.schema.make;

/** Text inside XML. */
final class Xml {

    private Xml() {}

    static String attribute(String text) {
        return text(text).replace("\"", "&quot;").replace("\n", "&#10;");
    }

    static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
