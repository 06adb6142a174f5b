package dev.lockstile.auth.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first reading of a realm export tells its realms and the numbers of its rows. */
class KeycloakExportTest {

    @TempDir
    private Path folder;

    @Test
    void rows_are_counted_without_another_reading() throws IOException {
        Path file = Files.writeString(folder.resolve("acme-realm.json"), """
                {"id": "r1", "realm": "acme", "users": [
                  {"id": "u1", "username": "ada", "credentials": [{"type": "password"}, {"type": "otp"}]},
                  {"id": "u2", "username": "bea", "realmRoles": ["editor"]}]}
                """);
        try (KeycloakExport export = KeycloakExport.of(file)) {
            Files.delete(file);
            assertThat(export.count("realm")).isEqualTo(1);
            assertThat(export.count("user_entity")).isEqualTo(2);
            assertThat(export.count("credential")).isEqualTo(2);
            assertThat(export.count("user_role_mapping")).isEqualTo(1);
            assertThat(export.count("federated_identity")).isZero();
        }
    }
}
