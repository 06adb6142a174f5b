package dev.lockstile.auth.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a request: one text each, well-formed, 40 at most, of 64 KiB at most in all. A field for which several
 * things are chosen has a line for each.
 */
final class RequestParameters {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_FIELDS = 40;
    private static final int MAX_CHOSEN = 100;

    /** Fields for which several things may be chosen. */
    static final Set<String> LISTS = Set.of("select", "col", "scope");

    private static final int MAX_DISCARDED = 4 * MAX_BYTES;

    private RequestParameters() {}

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
        if (request.getContentLengthLong() > MAX_BYTES) {
            discard(request);
            throw new MalformedException("a form longer than any of ours");
        }
        Map<String, String[]> all;
        try {
            all = request.getParameterMap();
        } catch (RuntimeException e) { // the server's own way to say that the form is too long or wrongly encoded
            throw new MalformedException("the form cannot be read", e);
        }
        Map<String, String> sent = new HashMap<>();
        int length = 0;
        for (Map.Entry<String, String[]> field : all.entrySet()) {
            String value = LISTS.contains(field.getKey()) ? lines(field.getValue()) : one(field.getValue());
            length += field.getKey().length() + value.length();
            sent.put(field.getKey(), value);
        }
        if (sent.size() > MAX_FIELDS || length > MAX_BYTES) {
            throw new MalformedException("a form longer than any of ours");
        }
        return sent;
    }

    /** A server closes on what it has not read, and the browser may see that instead of the answer. */
    private static void discard(HttpServletRequest request) {
        try {
            request.getInputStream().readNBytes(MAX_DISCARDED);
        } catch (IOException | RuntimeException e) {
            throw new MalformedException("the form cannot be read", e);
        }
    }

    private static String lines(String[] values) {
        if (values.length > MAX_CHOSEN) {
            throw new MalformedException("more chosen than a page offers");
        }
        return Stream.of(values).map(value -> one(new String[] {value})).collect(Collectors.joining("\n"));
    }

    private static String one(String[] values) {
        // databases refuse NUL, and no control character belongs into one line of text
        if (values.length != 1 || values[0].chars().anyMatch(Character::isISOControl)) {
            throw new MalformedException("a field that no browser sends");
        }
        return values[0];
    }
}
