package dev.lockstile.auth.spring.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which arguments of a start are a command, and which are the application's. */
final class ManageArgumentsTest {

    @Test
    void a_command_stands_behind_manage_as_the_first_argument() {
        assertThat(ManageArguments.of("manage", "migrate").isManage()).isTrue();
        assertThat(ManageArguments.of("--spring.profiles.active=prod", "manage", "migrate")
                        .isManage())
                .isTrue();
        assertThat(ManageArguments.of("serve", "manage").isManage()).isFalse();
        assertThat(ManageArguments.of().isManage()).isFalse();
    }

    @Test
    void properties_are_no_arguments_of_the_command() {
        assertThat(ManageArguments.of(
                                "manage",
                                "otp-stats",
                                "--lockstile.service=Shop",
                                "--days",
                                "3",
                                "--dry-run",
                                "--spring.jpa.hibernate.ddl-auto=update",
                                "--trace.all",
                                "ana@shop.example")
                        .command())
                .containsExactly("otp-stats", "--days", "3", "--dry-run", "ana@shop.example");
    }

    @Test
    void keys_a_smoke_test_and_help_need_no_application() {
        for (String command :
                new String[] {"keys generate", "smoke --base x", "-h", "--help", "migrate --help", "migrate -h"}) {
            assertThat(ManageArguments.of(("manage " + command).split(" ")).needsNoApplication())
                    .as(command)
                    .isTrue();
        }
        assertThat(ManageArguments.of("manage").needsNoApplication()).isTrue();
        assertThat(ManageArguments.of("manage", "migrate").needsNoApplication()).isFalse();
    }
}
