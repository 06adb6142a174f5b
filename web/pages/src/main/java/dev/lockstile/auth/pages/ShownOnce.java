package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in the answer to a form and in no other, so that no address shows it a second time. */
final class ShownOnce {

    /** No link to the same page in another language, which would show it without what stands here alone. */
    private static final Map<String, Object> HERE_ALONE = Map.of("languages", List.of());

    private static final Pattern URI = Pattern.compile(
            "otpauth://totp/[A-Za-z0-9%._~:@+-]+\\?(?:[a-z]+=[A-Za-z0-9%._~@+-]*&)*secret=([A-Z2-7]{16,128})(?:&[a-z]+=[A-Za-z0-9%._~@+-]*)*");
    private static final int URI_MAX = 2000;

    private ShownOnce() {}

    /**
     * The key of an authenticator application, as text and as an image.
     *
     * @param enrolment null where none is begun
     */
    static Map<String, @Nullable Object> key(@Nullable TotpEnrolment enrolment) {
        return model(enrolment == null ? "" : enrolment.uri().reveal());
    }

    /**
     * The same key again after a wrong code: the form that shows it brings it back, and no address and no cookie has
     * it.
     */
    static Map<String, @Nullable Object> keyOf(PageRequest request) {
        return model(request.param("uri"));
    }

    private static Map<String, @Nullable Object> model(String uri) {
        Map<String, @Nullable Object> model = new HashMap<>();
        Matcher read = URI.matcher(uri);
        boolean shown = uri.length() <= URI_MAX && read.matches();
        QrSymbol image = shown ? QrSymbol.of(uri).orElse(null) : null;
        model.put("key", shown ? read.group(1) : null);
        model.put("uri", shown ? uri : null);
        model.put("qrSize", image == null ? null : image.size());
        model.put("qrPath", image == null ? null : image.path());
        if (shown) {
            model.putAll(HERE_ALONE);
        }
        return model;
    }

    /** A temporary password that was set for the account of another user. */
    static Reply temporaryPassword(UserId user, Secret password) {
        Map<String, @Nullable Object> model = new HashMap<>(HERE_ALONE);
        model.put("id", user.toString());
        model.put("password", password.reveal());
        return Reply.page("admin-password", model);
    }

    /** The page of new recovery codes; its form says that they are kept, and goes on to {@code next}. */
    static Reply codes(Fields fields, List<Secret> codes) {
        Map<String, @Nullable Object> model = new HashMap<>(HERE_ALONE);
        model.put("form", fields);
        model.put("codes", codes.stream().map(Secret::reveal).toList());
        return Reply.page("recovery-codes", model);
    }
}
