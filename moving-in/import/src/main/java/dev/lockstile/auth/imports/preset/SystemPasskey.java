package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.cose.CoseKeys;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.model.PasskeyState;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passkey of a known system, in base64 or base64url. These systems do not note how the passkey names its owner, or
 * name the owner by a text that is too long here: the handle stays empty, and sign-in goes by the id of the credential.
 *
 * @param credentialId as the authenticator made it
 * @param publicKey a COSE key
 * @param signCount what the system last saw
 * @param backupEligible as far as the system notes it
 * @param backedUp as the authenticator last said
 * @param transports by which the authenticator is reached
 * @param label what its owner calls it; null for nothing
 */
record SystemPasskey(
        String credentialId,
        String publicKey,
        long signCount,
        boolean backupEligible,
        boolean backedUp,
        List<String> transports,
        @Nullable Object label) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    /**
     * The factor that the old system asks for beside the password, or {@link ImportedFactor.Unusable} with the reason.
     */
    ImportedFactor demanded() {
        return factor(true);
    }

    /** The same where it signs in instead of the password: one that cannot come locks no account. */
    ImportedFactor beside() {
        return factor(false);
    }

    private ImportedFactor factor(boolean demanded) {
        byte[] id = OldPasskey.decoded(credentialId);
        byte[] key = OldPasskey.decoded(publicKey);
        if (id.length == 0 || id.length > OldPasskey.LONGEST_ID || signCount < 0) {
            return refused("passkey_unreadable", demanded);
        }
        if (!CoseKeys.isUsable(key)) {
            return refused("passkey_key", demanded);
        }
        PasskeyState.Key made = new PasskeyState.Key(
                OldPasskey.encoded(id), "", OldPasskey.encoded(key), backupEligible, transports, OldPasskey.NO_MODEL);
        String name = label == null ? "" : label.toString();
        return new ImportedFactor.Passkey(made, signCount, backedUp, OldPasskey.called(name), demanded);
    }

    /** What a text in JSON says of a passkey; one that is no JSON cannot come. */
    static ImportedFactor ofJson(String text, boolean demanded, Function<JsonNode, ImportedFactor> mapping) {
        try {
            return mapping.apply(JSON.readTree(text));
        } catch (JacksonException e) {
            return refused("passkey_unreadable", demanded); // without the cause, which may quote what it read
        }
    }

    /** A passkey that cannot come. */
    static ImportedFactor refused(String reason, boolean demanded) {
        return demanded ? new ImportedFactor.Unusable(reason) : new ImportedFactor.LeftOut(reason);
    }

    /** The words of a JSON list. */
    static List<String> transports(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asString("")));
        return known(words);
    }

    /** The words of a text with commas between, or of a JSON list. */
    static List<String> transports(@Nullable Object cell) {
        return cell == null ? List.of() : known(List.of(cell.toString().split("[^a-zA-Z-]+")));
    }

    private static List<String> known(List<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(TRANSPORTS::contains)
                .distinct()
                .toList();
    }

    /** Bytes of a database, which come as hexadecimal digits, in base64url. */
    static String ofHex(String text) {
        String digits = text.strip().replaceFirst("^(\\\\x|0x)", "");
        boolean hex = digits.length() % 2 == 0 && digits.matches("[0-9A-Fa-f]+");
        return hex ? OldPasskey.encoded(HexFormat.of().parseHex(digits)) : text;
    }
}
