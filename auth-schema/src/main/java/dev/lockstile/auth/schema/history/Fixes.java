package dev.lockstile.auth.schema.history;

/** What to write for the common findings. */
final class Fixes {

    private Fixes() {}

    static String shim(String oldName) {
        String simple = oldName.substring(oldName.lastIndexOf('.') + 1);
        return "write @FormerlyKnownAs(\"" + oldName + "\") on the class that took its place;\n"
                + "where nothing took its place: @FormerlyKnownAs(\"" + oldName + "\") public class Retired" + simple
                + " extends RetiredChange {}";
    }

    static String keepFile(String path) {
        return "put " + path + " back where it was, with the same content: history names it for good";
    }
}
