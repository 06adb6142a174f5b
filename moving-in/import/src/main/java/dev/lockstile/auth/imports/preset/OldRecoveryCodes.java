package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recovery codes as an old system has them. A code of fewer than 8 letters and digits, or with anything else in it but
 * dashes and spaces, is left out with the warning {@code recovery_code_not_usable}.
 */
final class OldRecoveryCodes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private OldRecoveryCodes() {}

    /**
     * The codes of a decrypted JSON array of texts.
     *
     * @param text empty when it could not be decrypted
     */
    static FactorDraft ofJson(Origin origin, Optional<String> text) {
        try {
            JsonNode codes = JSON.readTree(text.orElse("null"));
            if (codes.isArray() && codes.valueStream().allMatch(JsonNode::isString)) {
                return draft(
                        origin, codes.valueStream().map(JsonNode::stringValue).toList());
            }
            return new FactorDraft(origin, new ImportedFactor.Unusable("recovery_codes_unreadable"));
        } catch (JacksonException e) {
            // without the cause, which may quote a code
            return new FactorDraft(origin, new ImportedFactor.Unusable("recovery_codes_unreadable"));
        }
    }

    /** The codes of a row that were not used, given in clear; a row without any cannot be used. */
    static FactorDraft draft(Origin origin, Collection<String> codes) {
        List<Secret> usable = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String code : codes) {
            if (code.replaceAll("[-\\s]", "").matches("[0-9A-Za-z]{8,64}") && code.length() <= 64) {
                usable.add(Secret.of(code));
            } else {
                findings.add(new Finding("recovery_code_not_usable", "", "(" + code.length() + " characters)"));
            }
        }
        ImportedFactor factor = usable.isEmpty()
                ? new ImportedFactor.Unusable("recovery_codes_none")
                : new ImportedFactor.RecoveryCodes(usable);
        return new FactorDraft(origin, factor, findings);
    }
}
