package dev.lockstile.auth.imports.options;

import dev.lockstile.auth.imports.source.Source;

/**
 * A file of content rows whose {@code user_id} refers to users of the source system.
 *
 * @param name name in reports, such as {@code biographs}
 * @param source the rows; closed by the caller
 */
public record ContentFile(String name, Source source) {}
