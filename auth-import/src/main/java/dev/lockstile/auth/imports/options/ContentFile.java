package dev.lockstile.auth.imports.options;

import dev.lockstile.auth.imports.source.Source;

/**
 * Content whose {@code user_id} names people of the old system.
 *
 * @param name what it is called in reports, such as {@code biographs}
 * @param source closed by whoever opened it
 */
public record ContentFile(String name, Source source) {}
