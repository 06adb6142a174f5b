package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.secret.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the answer to a form and in no other, so that no address shows it a second time. */
final class ShownOnce {

    private ShownOnce() {}

    /**
     * The key of an authenticator application, as text and as an image.
     *
     * @param enrolment null where none is begun
     */
    static Map<String, @Nullable Object> key(@Nullable TotpEnrolment enrolment) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("key", enrolment == null ? null : enrolment.secret().reveal());
        model.put("uri", enrolment == null ? null : enrolment.uri().reveal());
        QrSymbol image =
                enrolment == null ? null : QrSymbol.of(enrolment.uri().reveal()).orElse(null);
        model.put("qrSize", image == null ? null : image.size());
        model.put("qrPath", image == null ? null : image.path());
        return model;
    }

    /** The page of new recovery codes; its form says that they are kept, and goes on to {@code next}. */
    static Reply codes(Fields fields, List<Secret> codes) {
        return Reply.page(
                "recovery-codes",
                Map.of(
                        "form",
                        fields,
                        "codes",
                        codes.stream().map(Secret::reveal).toList()));
    }
}
