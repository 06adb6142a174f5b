package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.MalformedJsonException;
import dev.lockstile.auth.http.internal.json.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a body in: announced as JSON in UTF-8, and never more of it than the limit, however it is sent. */
final class Body {

    /** 64 KiB. */
    static final int LIMIT = 64 * 1024;

    private static final StrictJson READER = new StrictJson(LIMIT);
    private static final Pattern JSON = Pattern.compile("application/json([ \\t]*;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded([ \\t]*;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVENT =
            Pattern.compile("application/secevent\\+jwt([ \\t]*;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET =
            Pattern.compile(";[ \\t]*charset[ \\t]*=[ \\t]*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);
    /** The name of the character set, and the one that libraries write for it. */
    private static final Pattern UTF_8 = Pattern.compile("utf-?8", Pattern.CASE_INSENSITIVE);

    private static final Logger LOG = LoggerFactory.getLogger(Body.class);

    private Body() {}

    static JsonObject read(HttpServletRequest request, int limit) {
        if (!isJson(request.getContentType()) || isEncoded(request.getHeader("Content-Encoding"))) {
            throw new RefusalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
        try {
            return (limit == LIMIT ? READER : new StrictJson(limit)).read(bytes(request, limit));
        } catch (MalformedJsonException e) {
            throw new InvalidInputException(List.of());
        }
    }

    /** The fields of a form as they came. */
    static String form(HttpServletRequest request, int limit) {
        return text(request, FORM, limit);
    }

    static boolean isSecurityEvent(@Nullable String type) {
        return type != null && EVENT.matcher(type.strip()).matches();
    }

    /** A security event token as it came. */
    static String securityEvent(HttpServletRequest request, int limit) {
        return text(request, EVENT, limit);
    }

    private static String text(HttpServletRequest request, Pattern announced, int limit) {
        String type = request.getContentType();
        boolean fits = type != null && announced.matcher(type.strip()).matches();
        if (!fits || isEncoded(request.getHeader("Content-Encoding"))) {
            throw new RefusalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
        return new String(bytes(request, limit), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(HttpServletRequest request, int limit) {
        if (request.getContentLengthLong() > limit) {
            throw new RefusalException(ErrorCode.PAYLOAD_TOO_LARGE);
        }
        byte[] bytes = taken(request, limit + 1);
        if (bytes.length > limit) {
            throw new RefusalException(ErrorCode.PAYLOAD_TOO_LARGE);
        }
        return bytes;
    }

    private static byte[] taken(HttpServletRequest request, int most) {
        try {
            long announced = Math.max(0, request.getContentLengthLong());
            return taken(request.getInputStream(), most, (int) Math.min(most, announced + 1));
        } catch (IOException | RuntimeException e) {
            // A body that broke off or whose chunks are malformed: the client's doing, and no defect of ours.
            LOG.debug("a body could not be read", e);
            throw new InvalidInputException(List.of());
        }
    }

    /** Begins with the announced length and one byte more, which is where most bodies are found to end. */
    private static byte[] taken(InputStream body, int most, int first) throws IOException {
        byte[] head = body.readNBytes(first);
        if (head.length < first || first == most) {
            return head;
        }
        byte[] rest = body.readNBytes(most - first);
        byte[] whole = Arrays.copyOf(head, first + rest.length);
        System.arraycopy(rest, 0, whole, first, rest.length);
        return whole;
    }

    static boolean isJson(@Nullable String type) {
        return type != null
                && JSON.matcher(type.strip()).matches()
                && CHARSET.matcher(type)
                        .results()
                        .allMatch(charset ->
                                UTF_8.matcher(charset.group(1).strip()).matches());
    }

    /** A packed body could unpack to any size; none is taken. */
    private static boolean isEncoded(@Nullable String encoding) {
        return encoding != null && !encoding.strip().equalsIgnoreCase("identity");
    }
}
