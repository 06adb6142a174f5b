package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonNumber;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ceremonies and credentials on the wire, in the JSON forms of WebAuthn Level 3 (5.4, 5.5), whose names never change.
 */
final class PasskeyFields {

    private static final int CEREMONY_MAX = 200;
    private static final int WAIT_MILLIS = 600_000;
    private static final String TYPE = "public-key";

    private PasskeyFields() {}

    /** What a browser answered; a placeholder and a problem where it is missing. */
    static FactorProof.Passkey required(RequestFields fields) {
        FactorProof.Passkey shown = optional(fields);
        if (shown == null) {
            fields.refuseUnlessRefused("ceremony_id", "required");
            fields.refuseUnlessRefused("credential", "required");
        }
        return shown == null ? new FactorProof.Passkey("", "") : shown;
    }

    /** The same where it may be missing as a whole. */
    static FactorProof.@Nullable Passkey optional(RequestFields fields) {
        String ceremony = fields.optional("ceremony_id", CEREMONY_MAX);
        String credential = fields.json("credential");
        if (ceremony == null && credential == null) {
            return null;
        }
        if (ceremony == null || credential == null) {
            fields.refuseUnlessRefused(ceremony == null ? "ceremony_id" : "credential", "required");
            return null;
        }
        return new FactorProof.Passkey(ceremony, credential);
    }

    /** What the browser is asked to do. */
    static Answer answer(PasskeyCeremony ceremony) {
        PasskeyCeremony.Owner owner = ceremony.owner();
        JsonObject asked = owner == null ? request(ceremony) : creation(ceremony, owner);
        return Answer.of(
                200, new JsonObject().with("ceremony_id", ceremony.id()).with("public_key", asked));
    }

    private static JsonObject request(PasskeyCeremony ceremony) {
        return new JsonObject()
                .with("challenge", ceremony.id())
                .with("timeout", number(WAIT_MILLIS))
                .with("rpId", ceremony.relyingParty().id())
                .with("allowCredentials", credentials(ceremony))
                .with("userVerification", ceremony.verification() ? "required" : "preferred");
    }

    private static JsonObject creation(PasskeyCeremony ceremony, PasskeyCeremony.Owner owner) {
        return new JsonObject()
                .with(
                        "rp",
                        new JsonObject()
                                .with("id", ceremony.relyingParty().id())
                                .with("name", ceremony.relyingParty().name()))
                .with(
                        "user",
                        new JsonObject()
                                .with("id", owner.handle())
                                .with("name", owner.name())
                                .with("displayName", owner.name()))
                .with("challenge", ceremony.id())
                .with(
                        "pubKeyCredParams",
                        owner.algorithms().stream()
                                .map(PasskeyFields::algorithm)
                                .toList())
                .with("timeout", number(WAIT_MILLIS))
                .with("excludeCredentials", credentials(ceremony))
                .with(
                        "authenticatorSelection",
                        new JsonObject()
                                .with("residentKey", "required")
                                .with("requireResidentKey", true)
                                .with("userVerification", "required"))
                .with("attestation", "none");
    }

    private static JsonObject algorithm(int number) {
        return new JsonObject().with("type", TYPE).with("alg", number(number));
    }

    private static JsonNumber number(int number) {
        return new JsonNumber(Integer.toString(number));
    }

    private static List<JsonObject> credentials(PasskeyCeremony ceremony) {
        return ceremony.credentials().stream()
                .map(known -> new JsonObject()
                        .with("type", TYPE)
                        .with("id", known.id())
                        .with("transports", known.transports()))
                .toList();
    }
}
