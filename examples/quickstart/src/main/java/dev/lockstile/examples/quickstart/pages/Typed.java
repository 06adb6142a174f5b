package dev.lockstile.examples.quickstart.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/** The fields of a request: one text each, well-formed. How many and how long, the server bounds. */
final class Typed {

    private Typed() {}

    /** What no browser sends. */
    static final class MalformedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MalformedException(String what, Throwable cause) {
            super(what, cause);
        }

        MalformedException(String what) {
            super(what);
        }
    }

    static Map<String, String> read(HttpServletRequest request) {
        Map<String, String[]> all;
        try {
            all = request.getParameterMap();
        } catch (RuntimeException e) { // the server's own way to say that the form is too long or wrongly encoded
            throw new MalformedException("the form cannot be read", e);
        }
        Map<String, String> typed = new HashMap<>();
        all.forEach((name, values) -> {
            // databases refuse NUL, and no control character belongs into one line of text
            if (values.length != 1 || values[0].chars().anyMatch(Character::isISOControl)) {
                throw new MalformedException("a field that no browser sends");
            }
            typed.put(name, values[0]);
        });
        return typed;
    }
}
