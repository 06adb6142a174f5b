package dev.lockstile.auth.schema.internal.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import liquibase.database.Database;
import org.junit.jupiter.api.Test;

final class ParameterizedChangeTest {

    @Test
    void it_answers_itself_which_databases_it_supports() throws NoSuchMethodException {
        assertThat(ParameterizedChange.class
                        .getMethod("supports", Database.class)
                        .getDeclaringClass())
                .as("Liquibase warns at each change of a class that inherits the answer")
                .isEqualTo(ParameterizedChange.class);
    }
}
