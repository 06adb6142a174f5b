package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.mapping.FactorColumns;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Second factors of ASP.NET Core Identity: {@code TwoFactorEnabled} asks for one, {@code AspNetUserTokens} has the key
 * of the application and the recovery codes, each in one text ({@code UserStoreBase}). Without a key, codes go by
 * message. {@code AspNetUserPasskeys} has passkeys as JSON ({@code IdentityPasskeyData}).
 *
 * @param relyingParty under which passkeys come along; null to leave them
 */
record AspNetFactors(@Nullable String relyingParty) implements SystemFactors {

    private static final String DEMANDED = "twofactorenabled";

    private static final String TOKENS = "aspnetusertokens";
    private static final String PASSKEYS = "aspnetuserpasskeys";
    private static final String OWNER = "userid";

    @Override
    public List<String> columns() {
        return List.of(DEMANDED);
    }

    @Override
    public Map<String, List<FactorDraft>> of(Page page) {
        Map<String, List<SourceRow>> tokens = page.owned(List.of(TOKENS), OWNER);
        Map<String, List<SourceRow>> passkeys = page.owned(List.of(PASSKEYS), OWNER);
        return page.each(person -> {
            String id = person.key().toString();
            List<FactorDraft> drafts = new ArrayList<>(of(person, tokens.getOrDefault(id, List.of())));
            passkeys.getOrDefault(id, List.of()).forEach(row -> drafts.add(passkey(row)));
            return drafts;
        });
    }

    private static List<FactorDraft> of(SourceRow person, List<SourceRow> tokens) {
        boolean demanded = FactorColumns.demands(person.cell(DEMANDED));
        Optional<String> key = value(tokens, "AuthenticatorKey");
        List<FactorDraft> drafts = new ArrayList<>();
        key.ifPresent(text -> drafts.add(SystemFactors.draft(
                Entity.TOTP_DEVICES,
                person.key(),
                text,
                demanded
                        ? OldTotp.ofBase32(text).factor(Instant.EPOCH)
                        : new ImportedFactor.LeftOut("factor_unconfirmed"))));
        if (!demanded) {
            return drafts;
        }
        if (key.isEmpty()) {
            drafts.add(SystemFactors.other(person.key()));
        }
        value(tokens, "RecoveryCodes")
                .ifPresent(text -> drafts.add(OldRecoveryCodes.draft(
                        SystemFactors.origin(Entity.RECOVERY_CODE_SETS, person.key(), null),
                        List.of(text.split(";")))));
        return drafts;
    }

    private static Optional<String> value(List<SourceRow> tokens, String name) {
        return tokens.stream()
                .filter(row -> name.equals(row.cell("name")) && "[AspNetUserStore]".equals(row.cell("loginprovider")))
                .map(row -> String.valueOf(row.cell("value")).strip())
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .findFirst();
    }

    /** A passkey signs in instead of the password there, so that one that stays behind locks no account. */
    private FactorDraft passkey(SourceRow row) {
        String id = row.bytes("credentialid")
                .map(OldPasskey::encoded)
                .orElseGet(() -> SystemPasskey.ofHex(String.valueOf(row.cell("credentialid"))));
        ImportedFactor factor = relyingParty == null
                ? new ImportedFactor.LeftOut("passkey_left_behind")
                : SystemPasskey.ofJson(String.valueOf(row.cell("data")), false, data -> passkey(id, data));
        return SystemFactors.draft(Entity.PASSKEYS, id, null, factor);
    }

    private ImportedFactor passkey(String id, JsonNode data) {
        Optional<AttestedCredential> made =
                AttestedCredential.of(data.path("AttestationObject").asString(""));
        if (made.isPresent() && !made.get().isOf(String.valueOf(relyingParty))) {
            return new ImportedFactor.LeftOut("passkey_other_relying_party");
        }
        return new SystemPasskey(
                        made.map(AttestedCredential::credentialId).orElse(id),
                        data.path("PublicKey").asString(""),
                        data.path("SignCount").asLong(-1),
                        data.path("IsBackupEligible").asBoolean(false),
                        data.path("IsBackedUp").asBoolean(false),
                        SystemPasskey.transports(data.path("Transports")),
                        data.path("Name").asString(""))
                .beside();
    }
}
