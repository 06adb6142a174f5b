package example.bookbarn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.schema.history.HistoryException;
import dev.lockstile.auth.schema.history.ShimEvidence;
import example.bookbarn.history.HouseAccount;
import example.bookbarn.orders.Basket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Release 3 moved classes; history and stored bytes still name the old ones. */
final class ShimsTest {

    private static final String OLD = "example.bookbarn.accounts.UserManager";

    @TempDir
    private Path folder;

    @Test
    void the_old_name_is_a_deprecated_class_that_is_the_new_one() throws ClassNotFoundException {
        Class<?> shim = Class.forName(OLD);
        assertThat(shim.getSuperclass()).isEqualTo(HouseAccount.class);
        assertThat(shim.isAnnotationPresent(Deprecated.class)).isTrue();
    }

    @ParameterizedTest
    @ArgumentsSource(EachEngine.class)
    void without_it_nothing_is_run_and_the_class_is_named(Engine engine) {
        try (HikariDataSource pool = Stage.RELEASE_1.restore(engine)) {
            PastRelease.without(folder, OLD)
                    .run(() -> assertThatThrownBy(() -> Bookbarn.schema(pool).migrate())
                            .isInstanceOf(HistoryException.class)
                            .hasMessageContaining("HG-01")
                            .hasMessageContaining(OLD)
                            .hasMessageContaining("FormerlyKnownAs"));
            assertThat(Sql.rows(pool, "select count(*) as found from DATABASECHANGELOG where id like '0004%'"))
                    .containsExactly(Map.of("found", "0"));
        }
    }

    @Test
    void the_guard_says_why_it_has_to_stay() {
        try (HikariDataSource first = Stage.RELEASE_1.restore(Engine.H2);
                HikariDataSource fresh = Engine.H2.fresh()) {
            ShimEvidence evidence =
                    Bookbarn.schema(fresh).guard().mayRemove(OLD, Map.of("production", first, "fresh", fresh));
            assertThat(evidence.removable()).isFalse();
            assertThat(evidence.freshNeedsIt()).isTrue();
            assertThat(evidence.toString())
                    .contains("must stay: a fresh database needs it")
                    .contains("production: ran at")
                    .contains("fresh: has not run");
        }
    }

    @Test
    void a_basket_that_release_1_put_into_a_session_keeps_what_is_in_it() throws Exception {
        Class<?> old = PastRelease.of(folder, "example.bookbarn.shop.Basket").loadClass("example.bookbarn.shop.Basket");
        byte[] bytes = bytes(old.getConstructor(String.class, int.class).newInstance("The Leopard", 3));
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            Object basket = in.readObject();
            assertThat(basket).isInstanceOfSatisfying(Basket.class, b -> {
                assertThat(b.title()).isEqualTo("The Leopard");
                assertThat(b.copies()).isEqualTo(3);
            });
        }
    }

    private static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
