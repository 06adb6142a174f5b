package dev.lockstile.auth.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Files of the pages in the jar. */
final class OwnFiles {

    private OwnFiles() {}

    static String text(String name) {
        try (InputStream in = OwnFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the file " + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
