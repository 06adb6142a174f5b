package dev.lockstile.auth.imports.source;

import java.util.Optional;

/** Opens sources of a kind that another module implements; found through {@link java.util.ServiceLoader}. */
public interface SourceProvider {

    /**
     * Opens the source if the address is of this kind.
     *
     * @param access the address and the credentials
     * @return empty for an address of another kind
     * @throws SourceUnusableException when the address is of this kind and no server answers
     */
    Optional<Source> open(SourceAccess access);
}
