package dev.lockstile.auth.spring.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.KeyType;
import dev.lockstile.auth.spring.factors.AuthChallenge;
import dev.lockstile.auth.spring.factors.RecoveryCode;
import dev.lockstile.auth.spring.factors.Totp;
import dev.lockstile.auth.spring.factors.TrustedBrowser;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EntityTablesTest {

    @Test
    void tables_of_second_factors_have_the_names_that_their_entities_say() {
        EntityTables tables = new EntityTables(
                List.of(Totp.class, AuthChallenge.class, RecoveryCode.class, TrustedBrowser.class),
                UnaryOperator.identity());
        assertThat(tables.names())
                .isEqualTo(Map.of(
                        AuthTable.TOTP, "shop_totp",
                        AuthTable.CHALLENGE, "shop_challenge",
                        AuthTable.RECOVERY_CODE, "shop_recovery",
                        AuthTable.TRUSTED_BROWSER, "shop_browser"));
    }

    @Test
    void the_keys_of_the_tables_are_those_of_the_entities() {
        assertThat(keyType()).isEqualTo(KeyType.BIGINT);
        assertThat(keyType(Totp.class, IntUser.class)).isEqualTo(KeyType.BIGINT);
        assertThat(keyType(TextUser.class)).isEqualTo(KeyType.TEXT);
        assertThat(keyType(UuidUser.class)).isEqualTo(KeyType.UUID);
        assertThatThrownBy(() -> keyType(Totp.class, TextUser.class))
                .hasMessageContaining("key-types-differ")
                .hasMessageContaining("TextUser TEXT, Totp BIGINT");
        assertThatThrownBy(() -> keyType(ShortUser.class))
                .hasMessageContaining("key-type-unknown")
                .hasMessageContaining("Short");
    }

    private static KeyType keyType(Class<?>... entities) {
        return new EntityTables(List.of(entities), UnaryOperator.identity()).keyType();
    }

    @Test
    void tables_in_a_schema_or_catalog_of_their_own_are_not_looked_for() {
        assertThat(new EntityTables(List.of(Totp.class, TextUser.class, CatalogDevice.class), UnaryOperator.identity())
                        .unqualifiedNames())
                .containsExactly("shop_totp");
    }

    @Test
    void an_abstract_entity_and_a_second_factor_without_challenges_are_refused() {
        assertThatThrownBy(() -> new EntityTables(List.of(Totp.class, AbstractClerk.class), UnaryOperator.identity())
                        .require(part -> List.of()))
                .hasMessageContaining("JPA-07")
                .hasMessageContaining("AbstractClerk is abstract")
                .hasMessageContaining("JPA-10")
                .hasMessageContaining("AbstractTotp and none extends AbstractAuthChallenge");
        assertThatThrownBy(() -> new EntityTables(
                                List.of(Totp.class, AuthChallenge.class, IntUser.class), UnaryOperator.identity())
                        .require(part -> List.of()))
                .hasMessageContaining("JPA-02")
                .hasMessageNotContaining("JPA-07")
                .hasMessageNotContaining("JPA-10");
    }

    @Entity
    static class IntUser extends AbstractUser {

        @Override
        public Integer getId() {
            return 1;
        }
    }

    @Entity
    @Table(name = "members", schema = "people")
    static class TextUser extends AbstractUser {

        @Override
        public String getId() {
            return "1";
        }
    }

    @Entity
    static class UuidUser extends AbstractUser {

        @Override
        public UUID getId() {
            return new UUID(1, 1);
        }
    }

    @Entity
    static class ShortUser extends AbstractUser {

        @Override
        public Short getId() {
            return 1;
        }
    }

    @Entity
    @Table(name = "devices", catalog = "people")
    static class CatalogDevice extends AbstractDevice<TextUser> {

        @Override
        public String getId() {
            return "1";
        }
    }

    @Entity
    abstract static class AbstractClerk extends AbstractUser {}
}
