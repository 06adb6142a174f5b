package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the keys of a deployment: given as properties, in a folder, or made in development. */
public final class KeysFactory {

    private static final Logger LOG = LoggerFactory.getLogger(KeysFactory.class);
    private static final Path DEVELOPMENT_FOLDER = Path.of(".lockstile");

    private final KeyProperties properties;
    private final boolean development;

    public KeysFactory(KeyProperties properties, boolean development) {
        this.properties = properties;
        this.development = development;
    }

    /**
     * The keys.
     *
     * @throws AuthSetupException when a key is missing and may not be made
     */
    public AuthKeys keys() {
        String digest = digestKey();
        String signing = signingKeys();
        if (digest == null || signing == null) {
            throw new AuthSetupException(List.of("keys-missing: no key for "
                    + (digest == null ? "digests" : "")
                    + (digest == null && signing == null ? " and " : "")
                    + (signing == null ? "signatures" : "")
                    + "; set lockstile.keys.folder, or start in development"));
        }
        return new AuthKeys(Secret.of(digest), new SigningKeys(Secret.of(signing)));
    }

    private @Nullable String digestKey() {
        return properties.digestKey() != null
                ? properties.digestKey()
                : kept("digest.key", () -> AuthKeys.generate().digestKey().reveal());
    }

    private @Nullable String signingKeys() {
        return properties.signingKeys() != null
                ? properties.signingKeys()
                : kept("signing.jwks", () -> SigningKeys.generate().jwkSet().reveal());
    }

    private @Nullable String kept(String name, Supplier<String> fresh) {
        Path folder = properties.folder();
        if (development) {
            Path made = folder == null ? DEVELOPMENT_FOLDER : folder;
            LOG.info("development: keys are kept in {}", made.toAbsolutePath());
            return new KeyFolder(made).readOrMake(name, fresh);
        }
        return folder == null ? null : new KeyFolder(folder).read(name).orElse(null);
    }
}
