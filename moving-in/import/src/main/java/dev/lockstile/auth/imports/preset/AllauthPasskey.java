package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.cose.CborReader;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.secret.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A passkey as django-allauth keeps it: the answer of the browser to its registration, as JSON. What counts is in the
 * authenticator data (WebAuthn Level 3, 6.1); uses since are not noted there, so that the counter begins at 0.
 */
record AllauthPasskey(JsonNode data, String relyingParty) {

    private static final int RP_ID_HASH = 32;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int ATTESTED = 0x40;
    private static final int AAGUID = 16;

    /** @param owner the user's key, of which allauth makes the user handle */
    ImportedFactor factor(@Nullable Object owner) {
        String text = data.path("credential")
                .path("response")
                .path("attestationObject")
                .asString("");
        byte[] object = Base64.getUrlDecoder().decode(text.replaceAll("=+$", ""));
        boolean readable =
                new CborReader(object).next() instanceof Map<?, ?> map && map.get("authData") instanceof byte[];
        if (!readable) {
            return new ImportedFactor.Unusable("passkey_unreadable");
        }
        Map<?, ?> members = (Map<?, ?>) new CborReader(object).next();
        return factor(ByteBuffer.wrap((byte[]) members.get("authData")), owner);
    }

    private ImportedFactor factor(ByteBuffer authenticator, @Nullable Object owner) {
        byte[] rpIdHash = taken(authenticator, RP_ID_HASH);
        if (!MessageDigest.isEqual(rpIdHash, Sha256.of(relyingParty))) {
            return new ImportedFactor.Unusable("passkey_other_relying_party");
        }
        int flags = authenticator.get() & 0xff;
        authenticator.getInt(); // the counter of the registration
        if ((flags & ATTESTED) == 0) {
            return new ImportedFactor.Unusable("passkey_unreadable");
        }
        taken(authenticator, AAGUID);
        byte[] id = taken(authenticator, authenticator.getShort() & 0xffff);
        byte[] rest = taken(authenticator, authenticator.remaining());
        CborReader key = new CborReader(rest);
        key.next();
        return new OldPasskey(
                        OldPasskey.encoded(id),
                        OldPasskey.encoded(handle(owner).getBytes(StandardCharsets.UTF_8)),
                        OldPasskey.encoded(Arrays.copyOf(rest, key.position())),
                        0,
                        (flags & BACKUP_ELIGIBLE) != 0,
                        (flags & BACKED_UP) != 0,
                        data.path("name").asString(""))
                .factor();
    }

    /** As {@code user_pk_to_url_str} writes a key: a number in base 36, a UUID without dashes, or as it is. */
    private static String handle(@Nullable Object owner) {
        if (owner instanceof Number number) {
            return Long.toString(number.longValue(), Character.MAX_RADIX);
        }
        return owner instanceof UUID uuid ? uuid.toString().replace("-", "") : String.valueOf(owner);
    }

    private static byte[] taken(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
