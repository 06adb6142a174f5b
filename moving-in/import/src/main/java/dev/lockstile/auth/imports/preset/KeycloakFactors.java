package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Second factors of Keycloak: rows of {@code credential} of the types {@code otp}, {@code webauthn}, {@code
 * webauthn-passwordless} and {@code recovery-authn-codes} ({@code OTPCredentialModel} and its siblings). Recovery codes
 * are hashed there. A type that is not known demands a factor.
 *
 * @param relyingParty under which passkeys come along; null to leave them
 */
record KeycloakFactors(@Nullable String relyingParty) implements SystemFactors {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TABLE = "credential";
    private static final String OWNER = "user_id";
    private static final Set<String> NO_FACTORS = Set.of("password", "password-history", "kerberos", "secret");

    @Override
    public Map<String, List<FactorDraft>> of(Page page) {
        Map<String, List<FactorDraft>> all = new HashMap<>();
        page.owned(List.of(TABLE), OWNER)
                .forEach((owner, rows) -> all.put(
                        owner,
                        rows.stream()
                                .filter(row -> !NO_FACTORS.contains(String.valueOf(row.cell("type"))))
                                .map(this::draft)
                                .toList()));
        page.people().stream()
                .filter(KeycloakActions::demandFactor)
                .forEach(person -> all.merge(person.key().toString(), List.of(demanded(person)), SystemFactors::both));
        return all;
    }

    /** Keycloak lets the person in once a factor was added. */
    private static FactorDraft demanded(SourceRow person) {
        return SystemFactors.draft(
                Entity.OTHER_FACTORS, person.key(), null, new ImportedFactor.Unusable("factor_not_configured"));
    }

    private FactorDraft draft(SourceRow row) {
        return switch (String.valueOf(row.cell("type"))) {
            case "otp" ->
                SystemFactors.draft(Entity.TOTP_DEVICES, row.key(), row.cell("secret_data"), application(row));
            case "recovery-authn-codes" -> unusable(Entity.RECOVERY_CODE_SETS, row, "recovery_codes_hashed");
            case "webauthn", "webauthn-passwordless" ->
                SystemFactors.draft(Entity.PASSKEYS, row.key(), null, passkey(row));
            default -> unusable(Entity.OTHER_FACTORS, row, "factor_not_supported");
        };
    }

    private static FactorDraft unusable(Entity entity, SourceRow row, String reason) {
        return SystemFactors.draft(entity, row.key(), null, new ImportedFactor.Unusable(reason));
    }

    /** Keycloak notes neither how the passkey names its owner nor whether it may be backed up. */
    private ImportedFactor passkey(SourceRow row) {
        if (relyingParty == null) {
            return new ImportedFactor.Unusable("passkey_relying_party");
        }
        return SystemPasskey.ofJson(
                String.valueOf(row.cell("credential_data")),
                true,
                data -> new SystemPasskey(
                                data.path("credentialId").asString(""),
                                data.path("credentialPublicKey").asString(""),
                                data.path("counter").asLong(-1),
                                false,
                                false,
                                SystemPasskey.transports(data.path("transports")),
                                row.cell("user_label"))
                        .demanded());
    }

    private static ImportedFactor application(SourceRow row) {
        try {
            JsonNode form = JSON.readTree(String.valueOf(row.cell("credential_data")));
            JsonNode secret =
                    JSON.readTree(String.valueOf(row.cell("secret_data"))).path("value");
            if (!form.path("subType").asString("").equals("totp")) {
                return new ImportedFactor.Unusable("factor_not_supported");
            }
            return secret(form, secret.asString(""))
                    .withAlgorithm(form.path("algorithm").asString(""))
                    .withForm(form.path("digits").asInt(0), form.path("period").asInt(0))
                    .factor(Instant.EPOCH);
        } catch (JacksonException e) {
            return new ImportedFactor.Unusable("totp_secret_unreadable"); // without the cause, which may quote a secret
        }
    }

    /** The bytes of the text itself are the key, unless an encoding stands beside it. */
    private static OldTotp secret(JsonNode form, String text) {
        return switch (form.path("secretEncoding").asString("")) {
            case "" -> OldTotp.ofHex(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
            case "BASE32" -> OldTotp.ofBase32(text);
            default -> OldTotp.ofBase32(null);
        };
    }
}
