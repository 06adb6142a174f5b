package dev.lockstile.auth.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "superuser",
                "SuperUser",
                "STAFF",
                " staff\t",
                "super_user",
                "super-user",
                "is_superuser",
                "isStaff",
                "st\u200baff", // zero-width space
                "st\u00adaff", // soft hyphen
                "\uff53\uff54\uff41\uff46\uff46", // full width
                "\ud835\udd64\ud835\udd65\ud835\udd52\ud835\udd57\ud835\udd57", // double-struck
                "\u017ftaff", // long s
                "sta\ufb00", // ligature ff
                "st\u0430ff", // Cyrillic a
                "\u0455uperuser", // Cyrillic dze
                "superus\u0435r", // Cyrillic ie
                "s\u03c5per\u03c5ser", // Greek upsilon
                "sta\u0301ff", // combining accent
                "\ua731\u1d1b\u1d00\ua730\ua730", // small capitals
                "right:superuser",
                "staff member",
                "is staff",
                "ADMIN super_user",
                "ADMIN|superuser",
                "right.superuser",
                "editor/st\u200baff",
                "superu5er",
                "st4ff",
                "5uperus3r",
                "57aff",
                "1sStaff",
                "sup3ruser x",
                "superuser2",
                "Right:anything"
            })
    void what_spells_a_right_is_no_role(String role) {
        assertThat(RoleName.problem(role)).isPresent();
        assertThat(new ProfileInfo.Status(role, true, true).role()).isEqualTo("USER");
        assertThatThrownBy(() -> RoleName.require(role)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USER",
                "ADMIN",
                "user",
                "COMMERCE",
                "power users",
                "staffing",
                "level 5",
                "office 365",
                "\u0410\u0432\u0442\u043e\u0440", // Cyrillic: five letters of another word
                "\u7ba1\u7406\u8005",
                "Caf\u00e9s",
                "billing:read"
            })
    void any_other_word_is_a_role(String role) {
        assertThat(RoleName.problem(role)).isEmpty();
        assertThat(new ProfileInfo.Status(role, true, true).role()).isEqualTo(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"superuser,ADMIN", "right;superuser", "EDITOR,ADMIN", "EDITOR;", "EDITOR\uff0cADMIN"})
    void a_role_is_no_list(String role) {
        assertThat(RoleName.problem(role)).isPresent();
        assertThatThrownBy(() -> RoleName.require(role)).isInstanceOf(IllegalArgumentException.class);
    }
}
