package dev.lockstile.auth.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads text files of the class path. */
final class Lines {

    private Lines() {}

    static List<String> commonPasswords() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Lines.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.US_ASCII))) {
            return lines.lines().toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
