package dev.lockstile.auth.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler answers. */
sealed interface Reply {

    /** A page. */
    record Page(int status, String template, Map<String, ? extends @Nullable Object> model) implements Reply {}

    /**
     * Go and get another page: the end of every successful form, so that a reload sends nothing twice.
     *
     * @param keepsForm whether what was typed is kept, since a sign-in or a new proof comes first
     */
    record Go(String path, boolean keepsForm) implements Reply {}

    /** The same for any page of this site, one of the host's among them. */
    record Leave(String sitePath) implements Reply {}

    /** An answer for the script of the pages. */
    record Json(int status, String body) implements Reply {}

    /** A file to be saved. */
    record File(String name, String type, String body) implements Reply {

        /** What it holds is personal data. */
        @Override
        public String toString() {
            return "File[" + name + "]";
        }
    }

    static Reply page(String template, Map<String, ? extends @Nullable Object> model) {
        return new Page(200, template, model);
    }

    static Reply page(String template) {
        return page(template, Map.of());
    }

    /** The page again, with what is wrong. */
    static Reply again(int status, String template, Map<String, ? extends @Nullable Object> model) {
        return new Page(status, template, model);
    }

    static Page error(int status, String what) {
        return new Page(status, "error", Map.of("what", what));
    }

    /**
     * The page of a failure of ours.
     *
     * @param number of the failure, which is in the log too
     */
    static Page failed(String number) {
        return new Page(500, "error", Map.of("what", "internal", "number", number));
    }

    /** To a page of ours. */
    static Reply go(String path) {
        return new Go(path, false);
    }

    /**
     * To a sign-in that comes first.
     *
     * @param next the page of this site to go to afterwards, as the value of a field in a query
     */
    static Go signIn(String next) {
        return new Go("/sign-in?next=" + next, true);
    }

    /**
     * To a new proof that comes first.
     *
     * @param next the page of this site to go to afterwards, as the value of a field in a query
     */
    static Go prove(String next) {
        return new Go("/prove?next=" + next, true);
    }

    static Reply leave(String sitePath) {
        return new Leave(sitePath);
    }
}
