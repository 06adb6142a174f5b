package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSetupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A property whose name is mistyped stops the start before anything is written. */
class MistypedPropertyTest {

    @TempDir
    Path folder;

    @Test
    void a_mistyped_name_in_a_file_is_refused_with_its_line_and_no_table_is_made() throws Exception {
        String url = ShopHost.h2();
        Path file = folder.resolve("shop.yml");
        Files.writeString(file, "lockstile:\n  factors:\n    polcy: everybody\n");
        assertThatThrownBy(
                        () -> host(url, "spring.config.import", "file:" + file).start())
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("lockstile.factors.polcy is no property of Lockstile")
                .hasMessageContaining("the nearest is lockstile.factors.policy")
                .hasMessageContaining("shop.yml")
                .hasMessageContaining("3:12");
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void a_mistyped_file_of_a_config_tree_is_refused() throws Exception {
        Files.createDirectories(folder.resolve("lockstile/keys"));
        Files.writeString(folder.resolve("lockstile/keys/digestkeys"), "x");
        assertThatThrownBy(() -> host(ShopHost.h2(), "spring.config.import", "configtree:" + folder + "/")
                        .start())
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("the nearest is lockstile.keys.digest-key")
                .hasMessageContaining("digestkeys");
    }

    @Test
    void a_mistyped_argument_is_refused() {
        ShopHost host = host(ShopHost.h2(), "spring.main.web-application-type", "none");
        assertThatThrownBy(() -> host.start("--lockstile.codes.cool-down2=5s"))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("the nearest is lockstile.codes.cooldown")
                .hasMessageContaining("commandLineArgs");
    }

    private static ShopHost host(String url, String property, String value) {
        return ShopHost.on(url).with("spring.main.web-application-type", "none").with(property, value);
    }
}
