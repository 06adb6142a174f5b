package dev.lockstile.auth.imports.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.support.OldDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that name their owner in a column that does not tell letter case, where the owner's key does. */
class OwnedTableTest {

    private static final SourceTable PEOPLE = new SourceTable("people", "id", List.of("id"));
    private static final SourceTable FACTORS = new SourceTable("factors", "id", List.of("id", "owner"));

    private final Source source = OldDatabase.onPlainH2()
            .run("create table \"people\" (\"id\" varchar(36) primary key);\n"
                    + "create table \"factors\" (\"id\" int primary key, \"owner\" varchar_ignorecase(36));\n"
                    + "insert into \"people\" values ('AbC'), ('aBc'), ('def');\n"
                    + "insert into \"factors\" values (1, 'aBc'), (2, 'DEF'), (3, 'def ');\n")
            .source();

    @Test
    void a_row_of_another_person_s_spelling_stays_that_person_s() {
        assertThat(rows("AbC")).isZero();
        assertThat(rows("aBc")).isEqualTo(1);
        assertThat(rows("AbC", "aBc")).isZero();
    }

    @Test
    void a_row_whose_spelling_is_no_key_goes_to_the_owner_that_it_is_found_by() {
        assertThat(rows("def")).isEqualTo(1);
    }

    /** Of the first one. */
    private int rows(Object... owners) {
        return new OwnedTable(source, FACTORS, "owner", PEOPLE)
                .rows(List.of(owners))
                .getOrDefault(owners[0].toString(), List.of())
                .size();
    }
}
