package dev.lockstile.auth.imports.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.source.NameColumns;
import dev.lockstile.auth.imports.source.NameTexts;
import dev.lockstile.auth.model.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

/** Expressions that a server compiles: the one of these tests has no limit, those of MongoDB take 16384 bytes or 32764, by release. */
final class MongoFiltersTest {

    private static final int MOST = 9000;
    private static final IdentifierRules RULES = IdentifierRules.standard();

    @Test
    void a_number_of_a_country_with_older_forms_stays_within_what_a_server_compiles() {
        assertShort(List.of(RULES.phone("+525512345678").orElseThrow()));
    }

    @Test
    void so_do_all_names_of_as_many_people_as_a_look_up_reads() {
        List<Identifier> all = new ArrayList<>();
        for (int i = 10; i < 60; i++) {
            all.add(RULES.phone("+5255123456" + i).orElseThrow());
            all.add(RULES.email("a".repeat(50) + i + "@" + "b".repeat(60) + "." + "c".repeat(60) + ".example")
                    .orElseThrow());
        }
        assertShort(all);
    }

    private static void assertShort(List<Identifier> names) {
        List<String> expressions = new ArrayList<>();
        collect(MongoFilters.named(NameColumns.USUAL, NameTexts.of(names)).toBsonDocument(), expressions);
        assertThat(expressions)
                .isNotEmpty()
                .allSatisfy(expression -> assertThat(expression.getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(MOST));
    }

    private static void collect(BsonValue value, List<String> expressions) {
        switch (value.getBsonType()) {
            case DOCUMENT -> {
                BsonDocument document = value.asDocument();
                document.values().forEach(inner -> collect(inner, expressions));
            }
            case ARRAY -> value.asArray().forEach(inner -> collect(inner, expressions));
            case REGULAR_EXPRESSION ->
                expressions.add(value.asRegularExpression().getPattern());
            default -> {
                // a key or a number
            }
        }
    }
}
