package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.PasskeyCeremony;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a browser is asked to do with a passkey, in the JSON form of WebAuthn Level 3 (5.4, 5.5). */
final class PasskeyOptions {

    private static final int WAIT_MILLIS = 600_000;

    private PasskeyOptions() {}

    static String json(PasskeyCeremony ceremony) {
        PasskeyCeremony.Owner owner = ceremony.owner();
        String asked = owner == null ? request(ceremony) : creation(ceremony, owner);
        return "{\"ceremony\":" + text(ceremony.id()) + ",\"publicKey\":{\"challenge\":" + text(ceremony.id())
                + ",\"timeout\":" + WAIT_MILLIS + "," + asked + "}}";
    }

    private static String request(PasskeyCeremony ceremony) {
        return "\"rpId\":" + text(ceremony.relyingParty().id()) + ",\"allowCredentials\":" + credentials(ceremony)
                + ",\"userVerification\":" + text(ceremony.verification() ? "required" : "preferred");
    }

    private static String creation(PasskeyCeremony ceremony, PasskeyCeremony.Owner owner) {
        String name = text(owner.name());
        return "\"rp\":{\"id\":" + text(ceremony.relyingParty().id()) + ",\"name\":"
                + text(ceremony.relyingParty().name()) + "},\"user\":{\"id\":" + text(owner.handle()) + ",\"name\":"
                + name + ",\"displayName\":" + name + "},\"pubKeyCredParams\":"
                + list(owner.algorithms(), number -> "{\"type\":\"public-key\",\"alg\":" + number + "}")
                + ",\"excludeCredentials\":" + credentials(ceremony)
                + ",\"authenticatorSelection\":{\"residentKey\":\"required\",\"requireResidentKey\":true,"
                + "\"userVerification\":\"required\"},\"attestation\":\"none\"";
    }

    private static String credentials(PasskeyCeremony ceremony) {
        return list(
                ceremony.credentials(),
                known -> "{\"type\":\"public-key\",\"id\":" + text(known.id()) + ",\"transports\":"
                        + list(known.transports(), PasskeyOptions::text) + "}");
    }

    private static <T> String list(List<T> values, Function<T, String> form) {
        return values.stream().map(form).collect(Collectors.joining(",", "[", "]"));
    }

    /** A JSON string; whatever is no plain ASCII is escaped, so that no text ends it. */
    static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= ' ' && c < 127 && "\"\\<>&".indexOf(c) < 0;
            quoted.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }
}
