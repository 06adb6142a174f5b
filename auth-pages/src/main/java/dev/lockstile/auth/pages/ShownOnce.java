package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.secret.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the answer to a form and in no other, so that no address shows it a second time. */
final class ShownOnce {

    /** No link to the same page in another language, which would show it without what stands here alone. */
    private static final Map<String, Object> HERE_ALONE = Map.of("languages", List.of());

    private ShownOnce() {}

    /**
     * The key of an authenticator application, as text and as an image.
     *
     * @param enrolment null where none is begun
     */
    static Map<String, @Nullable Object> key(@Nullable TotpEnrolment enrolment) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("key", enrolment == null ? null : enrolment.secret().reveal());
        if (enrolment != null) {
            model.putAll(HERE_ALONE);
        }
        model.put("uri", enrolment == null ? null : enrolment.uri().reveal());
        QrSymbol image =
                enrolment == null ? null : QrSymbol.of(enrolment.uri().reveal()).orElse(null);
        model.put("qrSize", image == null ? null : image.size());
        model.put("qrPath", image == null ? null : image.path());
        return model;
    }

    /** The page of new recovery codes; its form says that they are kept, and goes on to {@code next}. */
    static Reply codes(Fields fields, List<Secret> codes) {
        Map<String, @Nullable Object> model = new HashMap<>(HERE_ALONE);
        model.put("form", fields);
        model.put("codes", codes.stream().map(Secret::reveal).toList());
        return Reply.page("recovery-codes", model);
    }
}
