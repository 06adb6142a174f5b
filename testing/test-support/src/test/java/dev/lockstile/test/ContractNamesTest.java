package dev.lockstile.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

final class ContractNamesTest {

    @Test
    void a_case_of_its_own_class_has_the_name_of_its_method(TestInfo test) {
        assertThat(test.getDisplayName()).isEqualTo("a_case_of_its_own_class_has_the_name_of_its_method(TestInfo)");
    }

    abstract static class CodeContract {
        @Test
        void a_case_has_the_name_of_its_contract(TestInfo test) {
            assertThat(test.getDisplayName()).isEqualTo("CodeContract.a_case_has_the_name_of_its_contract(TestInfo)");
        }
    }

    @Nested
    final class Codes extends CodeContract {}
}
