package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.mapping.FactorKey;
import dev.lockstile.auth.imports.options.ImportOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of old second factors. */
final class FactorSetup implements AutoCloseable {

    @Option(
            names = "--allow-factor-loss",
            description =
                    "On your word, people whose second factor cannot be verified here come without any. Without it"
                            + " their accounts are locked until they show a recovery code or an administrator resets the factor.")
    private boolean allowFactorLoss;

    @Option(
            names = "--factor-key",
            paramLabel = "FILE",
            description =
                    "With laravel, devise and authjs: the key by which the old application encrypts second factors, in a file"
                            + " that only its owner may read: the key alone, or lines such as APP_KEY=..., primary_key: ... and"
                            + " key_derivation_salt: ..., otp_secret_encryption_key: ... or BETTER_AUTH_SECRET=... Give verify,"
                            + " check and resume the same.")
    private @Nullable Path keyFile;

    @Option(
            names = "--passkeys-of",
            paramLabel = "DOMAIN",
            description =
                    "With keycloak, authjs, laravel and aspnet-identity: the relying party id under which the old system's"
                            + " passkeys were made, such as acme.example, which has to be the host's own. Without it passkeys"
                            + " stay behind. Give verify and check the same.")
    private @Nullable String relyingParty;

    private @Nullable FactorKey key;

    /** @throws IllegalArgumentException when the key file holds no key, or others may read it */
    ImportOptions applied(ImportOptions options) {
        ImportOptions named = relyingParty == null ? options : options.withPasskeysOf(relyingParty);
        ImportOptions loosened = allowFactorLoss ? named.allowFactorLoss() : named;
        if (keyFile != null && key == null) {
            key = FactorKeyFile.read(keyFile);
        }
        return key == null ? loosened : loosened.withFactorKey(key);
    }

    @Override
    public void close() {
        if (key != null) {
            key.close();
        }
    }
}
