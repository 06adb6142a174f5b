package dev.lockstile.auth.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Right;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final Role READER = Role.named("reader").may("orders:read");
    private static final Role SUPPORT = Role.named("support")
            .may("orders:refund")
            .may(AdminPermission.USERS_READ)
            .including("Reader");
    private static final Role LEAD = Role.named("lead").including("support");

    private final Roles roles = Roles.of(List.of(READER, SUPPORT, LEAD));

    @Test
    void a_role_has_what_it_includes_at_any_depth() {
        assertThat(roles.permissions("lead", Set.of())).containsExactlyInAnyOrder("orders:read", "orders:refund");
        assertThat(roles.withIncluded("lead")).containsExactlyInAnyOrder("lead", "support", "reader");
        assertThat(roles.permissions("reader", Set.of())).containsExactly("orders:read");
    }

    @Test
    void permissions_of_administration_count_for_staff_alone() {
        assertThat(roles.permissions("support", Set.of())).doesNotContain("lockstile:users.read");
        assertThat(roles.permissions("support", Set.of(Right.STAFF))).contains("lockstile:users.read", "orders:refund");
    }

    @Test
    void a_superuser_may_all_that_is_declared_in_whatever_role() {
        assertThat(roles.permissions("USER", Set.of(Right.SUPERUSER)))
                .contains("orders:read", "orders:refund", "lockstile:audit.read")
                .hasSize(2 + AdminPermission.values().length);
        assertThat(Roles.UNDECLARED.permissions("USER", Set.of(Right.SUPERUSER)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AdminPermission.values())
                        .map(AdminPermission::text)
                        .toList());
    }

    @Test
    void letter_case_and_width_make_no_other_role() {
        for (String word : List.of("SUPPORT", "Support", " support ", "ｓupport")) {
            assertThat(roles.find(word)).as(word).contains("support");
            assertThat(roles.stored(word)).isEqualTo("support");
        }
    }

    @Test
    void a_word_that_is_not_declared_is_no_role_and_permits_nothing_where_it_is_stored() {
        for (String word : List.of("editor", "STAFF", "superuser", "", "suppört", "lockstile:users.read")) {
            assertThat(roles.find(word)).as(word).isEmpty();
            assertThat(roles.permissions(word, Set.of(Right.STAFF))).isEmpty();
        }
        assertThat(roles.stored("editor")).isEqualTo("editor");
        assertThat(roles.withIncluded("editor")).containsExactly("editor");
    }

    @Test
    void a_role_is_for_programs_where_its_declaration_says_so_whatever_includes_it() {
        Roles mixed = Roles.of(List.of(
                Role.named("exporter").forPrograms().may("orders:read").including("Reader"),
                Role.named("clerk").including("exporter"),
                READER));
        assertThat(mixed.isForPrograms("EXPORTER")).isTrue();
        assertThat(mixed.isForPrograms("clerk")).isFalse();
        assertThat(mixed.isForPrograms("unknown")).isFalse();
        assertThat(mixed.haveProgram()).isTrue();
        assertThat(roles.haveProgram()).isFalse();
    }

    @Test
    void the_usual_role_is_declared_in_any_case() {
        assertThat(roles.find("user")).contains("USER");
        assertThat(Roles.of(List.of(Role.named("user"))).find("USER")).contains("user");
    }

    @Test
    void without_declarations_each_word_is_a_role_in_its_letters() {
        assertThat(Roles.UNDECLARED.find("EDITOR")).contains("EDITOR");
        assertThat(Roles.UNDECLARED.find("editor")).contains("editor");
        assertThat(Roles.UNDECLARED.find("STAFF")).isEmpty();
        assertThat(Roles.UNDECLARED.permissions("EDITOR", Set.of())).isEmpty();
    }

    @Test
    void each_thing_that_is_wrong_is_told() {
        assertThat(Roles.problems(List.of(READER, SUPPORT, LEAD))).isEmpty();
        assertThat(problems(Role.named("STAFF"))).containsExactly("role-not-usable");
        assertThat(problems(READER, Role.named("READER"))).containsExactly("role-twice");
        assertThat(problems(Role.named("a").including("nothing"))).containsExactly("role-included-unknown");
        assertThat(problems(Role.named("a").including("a"))).containsExactly("role-includes-itself");
        assertThat(problems(Role.named("a").including("b"), Role.named("b").including("A")))
                .containsExactly("role-includes-itself", "role-includes-itself");
        assertThat(problems(Role.named("a").may("lockstile:users.raed"))).containsExactly("permission-unknown");
        for (String wrong : List.of("orders", "Orders:read", "orders:", ":read", "right:superuser", "a:b c", "a:b,c")) {
            assertThat(problems(Role.named("a").may(wrong))).as(wrong).containsExactly("permission-not-usable");
        }
        assertThat(problems(Role.named("user").forPrograms())).containsExactly("role-of-people");
        assertThat(problems(Role.named("a").may("a:" + "b".repeat(58)))).isEmpty();
        assertThat(problems(Role.named("a").may("a:" + "b".repeat(59)))).containsExactly("permission-not-usable");
    }

    private static List<String> problems(Role... declared) {
        return Roles.problems(List.of(declared)).stream()
                .map(problem -> problem.substring(0, problem.indexOf(':')))
                .toList();
    }

    @Test
    void roles_of_a_source_count_where_they_are_usable_beside_those_of_code() {
        List<String> leftOut = new ArrayList<>();
        Roles both = Roles.of(
                List.of(READER),
                List.of(
                        Role.named("Reader").may("orders:write"),
                        Role.named("user").may("orders:read"),
                        Role.named("lead").including("reader"),
                        Role.named("odd").may("orders"),
                        Role.named("next").including("odd"),
                        Role.named("root").may("lockstile:everything")),
                leftOut::add);
        assertThat(both.names()).containsExactly("USER", "lead", "reader");
        assertThat(both.permissions("lead", Set.of())).containsExactly("orders:read");
        assertThat(leftOut)
                .anyMatch(why -> why.contains("odd may orders,"))
                .anyMatch(why -> why.contains("root may lockstile:everything,"))
                .extracting(why -> why.split(":")[0])
                .containsExactly(
                        "role-twice",
                        "role-twice",
                        "permission-not-usable",
                        "permission-unknown",
                        "role-included-unknown");
        assertThat(Roles.of(List.of(), List.of(), leftOut::add).find("editor"))
                .as("with a source other words are no roles, also while it is empty")
                .isEmpty();
    }

    @Test
    void following_roles_answer_by_those_of_the_moment() {
        AtomicReference<Roles> current = new AtomicReference<>(roles);
        Roles following = Roles.following(current::get);
        assertThat(following.areDeclared()).isTrue();
        assertThat(following.isPermission("orders:read")).isTrue();
        current.set(Roles.of(List.of(Role.named("clerk").may("stock:read"))));
        assertThat(following.names()).containsExactly("USER", "clerk");
        assertThat(following.isPermission("orders:read")).isFalse();
        assertThat(following.stored("CLERK")).isEqualTo("clerk");
        assertThat(following.withIncluded("clerk")).containsExactly("clerk");
    }
}
