package dev.lockstile.auth;

import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.FormerPasswordStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the parts of a deployment what they miss. */
final class SetupChecks {

    private static final Logger LOG = LoggerFactory.getLogger(Auth.class);

    private final List<SetupCheck> checks;

    private final KeyMark keys;

    private SetupChecks(List<SetupCheck> checks, KeyMark keys) {
        this.checks = checks;
        this.keys = keys;
    }

    static SetupChecks of(AuthParts parts, KeyMark keys) {
        AuthStore store = parts.store();
        FeatureParts features = parts.features();
        int formerPasswords = parts.accounts().passwordHistory();
        SetupCheck entities = () -> missingEntities(store, features);
        SetupCheck apiKeys = () -> missingApiKeys(store, features);
        SetupCheck history = () -> missingFormerPasswords(store, formerPasswords);
        List<SetupCheck> checks = Stream.of(
                        Stream.of(entities, apiKeys, history),
                        Stream.of(store),
                        parts.observers().audit().stream(),
                        parts.observers().listeners().stream(),
                        Stream.ofNullable(features.counters()),
                        Stream.ofNullable(features.legacy()),
                        Stream.ofNullable(features.legacyTokens()))
                .flatMap(part -> part)
                .map(Objects::requireNonNull)
                .filter(SetupCheck.class::isInstance)
                .map(SetupCheck.class::cast)
                .toList();
        return new SetupChecks(checks, keys);
    }

    /** Each request with a key would fail. */
    private static List<String> missingApiKeys(AuthStore store, FeatureParts features) {
        boolean kept = features.apiKeys() == null
                || store.<Boolean>read(tx -> tx.extension(ApiKeyStore.class).isPresent());
        return kept
                ? List.of()
                : List.of("api-key-entity-missing: apiKeys(...) was called and the store keeps none: add an entity that"
                        + " extends AbstractApiKey, or take the call away");
    }

    /** Each change of a password would fail. */
    private static List<String> missingFormerPasswords(AuthStore store, int formerPasswords) {
        boolean kept = formerPasswords == 0
                || store.<Boolean>read(
                        tx -> tx.extension(FormerPasswordStore.class).isPresent());
        return kept
                ? List.of()
                : List.of("former-password-entity-missing: passwordHistory(...) was called and the store keeps none:"
                        + " add an entity that extends AbstractFormerPassword, or take the call away");
    }

    /** Passkeys without a table would be refused one by one. */
    private static List<String> missingEntities(AuthStore store, FeatureParts features) {
        boolean kept = features.passkeys() == null
                || store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()
                        && tx.factors().challenges().isMapped());
        return kept
                ? List.of()
                : List.of("passkey-entity-missing: passkeys(...) was called and the store keeps none: add entities that"
                        + " extend AbstractPasskey and AbstractAuthChallenge, or take the call away");
    }

    /**
     * A database that does not answer is no mistake of the wiring: the flows say "unavailable" until it does.
     *
     * @throws AuthSetupException with all problems of all parts
     */
    void run() {
        List<String> problems = new ArrayList<>();
        for (SetupCheck check : checks) {
            try {
                problems.addAll(check.setupProblems());
            } catch (StoreUnavailableException e) {
                LOG.warn("starts without having checked the tables: {}", e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new AuthSetupException(problems);
        }
        markKeys();
    }

    /** Other keys are no reason to stay down: people sign in anew, and that is told. */
    private void markKeys() {
        try {
            if (!keys.leave()) {
                LOG.warn(
                        "the digest key is not the one that this database was used with: sessions, codes, links and"
                                + " waiting messages of that key end, and second factors sealed with it do not open. Give the"
                                + " application the keys that belong to the database; the command check tells how to accept new ones");
            }
        } catch (RuntimeException e) { // an outage, or a database account that may not write
            LOG.warn("starts without having compared the digest key with the database: {}", e.getMessage());
        }
    }

    /** Whether the digest key is the one that the database was used with before. */
    boolean hasKeysOfDatabase() {
        return keys.fits();
    }
}
