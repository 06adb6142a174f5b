package dev.lockstile.auth.spring.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.spring.factors.AuthChallenge;
import dev.lockstile.auth.spring.factors.RecoveryCode;
import dev.lockstile.auth.spring.factors.Totp;
import dev.lockstile.auth.spring.factors.TrustedBrowser;
import java.util.List;
import java.util.Map;
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
}
