package dev.lockstile.auth.jpa.internal.sql;

import static dev.lockstile.auth.jpa.internal.sql.Mapped.NOW;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.named;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lockstile.auth.jpa.internal.sql.Mapped.Member;
import dev.lockstile.auth.jpa.internal.sql.Mapped.Numbered;
import dev.lockstile.test.TestPostgres;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that come by COPY are those that statements would have made, and COPY is left where it would do otherwise. */
@Tag("postgres")
final class CopiedRowsTest {

    private static final int MANY = 60;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create rule watched as on insert to wide do also notify wide",
                "alter table wide enable row level security",
                "alter table wide alter column note type numeric using null",
                "create domain short_text as varchar(400); alter table wide alter column note type short_text",
                "alter table wide rename to wide_rows; create view wide as select * from wide_rows"
            })
    void a_table_that_copy_treats_otherwise_gets_inserts(String change) {
        try (EntityManagerFactory unit = open(Wide.class)) {
            run(unit, change);
            assertThat(isCopied(unit, Wide.class)).isFalse();
        }
        try (EntityManagerFactory unit = open(Wide.class)) {
            assertThat(isCopied(unit, Wide.class)).isTrue();
        }
    }

    @Test
    void a_column_that_an_expression_fills_or_another_database_gets_inserts() {
        try (EntityManagerFactory unit = open(Member.class);
                EntityManagerFactory h2 = Mapped.open(Wide.class)) {
            assertThat(isCopied(unit, Member.class)).isFalse();
            assertThat(isCopied(h2, Wide.class)).isFalse();
            List<Member> members = IntStream.range(0, MANY)
                    .mapToObj(i -> named(new Member(), "m" + i))
                    .toList();
            List<Object> keys = write(unit, rows -> rows.insertAll(members));
            assertThat(keys).hasSize(MANY);
        }
    }

    @Test
    void a_value_that_the_database_refuses_is_refused_in_the_same_words() {
        Consumer<Wide> zero = row -> row.note = "a\u0000b";
        Consumer<Wide> longer = row -> row.note = "x".repeat(500);
        for (Consumer<Wide> wrong : List.of(zero, longer)) {
            try (EntityManagerFactory unit = open(Wide.class)) {
                List<Wide> rows = rows();
                wrong.accept(rows.get(MANY - 1));
                Throwable few = catchThrowable(() -> insert(unit, rows.subList(MANY - 1, MANY)));
                assertThatThrownBy(() -> insert(unit, rows)).isInstanceOf(few.getClass());
                assertThat(count(unit)).isZero();
            }
        }
    }

    @Test
    void a_taken_key_is_told_by_its_name_and_nothing_stays() {
        try (EntityManagerFactory unit = open(Wide.class)) {
            List<Wide> rows = rows();
            insert(unit, rows.subList(0, 1));
            assertThatThrownBy(() -> insert(unit, rows()))
                    .isInstanceOf(ConstraintViolationException.class)
                    .satisfies(failure -> {
                        ViolatedKey key = ViolatedKey.of(failure);
                        assertThat(key.name()).isEqualTo("wide_username_key_key");
                        assertThat(key.mayBeOf("wide")).isTrue();
                    });
            assertThat(count(unit)).isEqualTo(1);
        }
    }

    @Test
    void rows_are_those_of_the_statements() {
        try (EntityManagerFactory copied = open(Wide.class);
                EntityManagerFactory inserted = open(Wide.class)) {
            assertThat(isCopied(copied, Wide.class)).isTrue();
            List<Wide> rows = rows();
            List<Object> keys = insert(copied, rows);
            List<Object> others = new ArrayList<>();
            rows.forEach(row -> others.addAll(insert(inserted, List.of(row))));
            assertThat(texts(copied)).hasSize(MANY).isEqualTo(texts(inserted));
            assertThat(keys).isEqualTo(others);
        }
    }

    @Test
    void half_a_letter_is_what_the_driver_makes_of_it() {
        try (EntityManagerFactory many = open(Wide.class);
                EntityManagerFactory one = open(Wide.class)) {
            List<Wide> rows = rows();
            rows.get(0).note = "a\ud800b";
            insert(many, rows);
            insert(one, rows.subList(0, 1));
            assertThat(texts(many)).hasSize(MANY).containsAll(texts(one));
        }
    }

    private static List<Wide> rows() {
        List<Wide> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Wide row = named(new Wide(), "person " + i);
            boolean even = i % 2 == 0;
            row.note = List.of("", "Zoë \"x\" \\N\t\n'é'", "\ud83d\ude00", "\\.", "$1 ? {}")
                    .get(i % 5);
            row.day = even ? LocalDate.of(i * 70 + 1, 2, 28) : null;
            row.local = LocalDateTime.of(1890 + i * 5, 1, 1, 2, 3, 4, i * 10_000_499);
            row.seen = NOW.plusNanos(i * 333L).minusSeconds(i * 100_000_000L);
            row.mark = even ? null : new UUID(i, -i);
            row.mood = even ? Mapped.Mood.CALM : null;
            row.json = Map.of("a", "ü\"" + i, "b", "");
            row.small = (short) -i;
            row.whole = Integer.MIN_VALUE + i;
            row.wide = even ? Long.MAX_VALUE - i : null;
            row.yes = even;
            row.letter = i % 3 == 0 ? null : even;
            row.backwards = i % 3 == 0 ? null : "from " + i;
            row.counted = even ? null : "x".repeat(i);
            row.place = even ? Mapped.Mood.CALM : null;
            rows.add(row);
        }
        return rows;
    }

    private static List<Object> insert(EntityManagerFactory unit, List<Wide> rows) {
        return write(unit, all -> all.insertAll(rows));
    }

    private static boolean isCopied(EntityManagerFactory unit, Class<?> type) {
        return write(unit, rows -> {
            var session = rows.session().unwrap(SharedSessionContractImplementor.class);
            PlainInsert insert = rows.plain().insert(session, type).orElseThrow();
            return rows.session()
                    .doReturningWork(connection -> rows.plain().copy(connection, insert))
                    .isPresent();
        });
    }

    private static EntityManagerFactory open(Class<?> type) {
        return Mapped.unit(type)
                .property("jakarta.persistence.jdbc.url", TestPostgres.freshDatabase())
                .createEntityManagerFactory();
    }

    private static List<Object> texts(EntityManagerFactory unit) {
        return unit.callInTransaction(
                manager -> manager.createNativeQuery("select cast(w as text) from wide w order by id", Object.class)
                        .getResultList());
    }

    private static long count(EntityManagerFactory unit) {
        return unit.callInTransaction(manager ->
                ((Number) manager.createNativeQuery("select count(*) from wide").getSingleResult()).longValue());
    }

    private static void run(EntityManagerFactory unit, String sql) {
        unit.runInTransaction(manager -> List.of(sql.split("; "))
                .forEach(one -> manager.createNativeQuery(one).executeUpdate()));
    }

    @Entity(name = "wide")
    static class Wide extends Numbered {
        @Column(length = 400)
        String note;

        LocalDate day;
        LocalDateTime local;
        Instant seen;
        UUID mark;

        @Enumerated(EnumType.STRING)
        @Column(columnDefinition = "varchar(20)")
        Mapped.Mood mood;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> json;

        short small;
        int whole;
        Long wide;
        boolean yes;

        @Convert(converter = YesNoConverter.class)
        @Column(columnDefinition = "varchar(1)")
        Boolean letter;

        @Convert(converter = Backwards.class)
        @Column(columnDefinition = "varchar(20)")
        String backwards;

        @Convert(converter = Count.class)
        @Column(columnDefinition = "bigint")
        String counted;

        @Enumerated(EnumType.ORDINAL)
        @Column(columnDefinition = "smallint")
        Mapped.Mood place;
    }

    /** A text that is written from its end. */
    static class Backwards implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String text) {
            return text == null ? "nothing" : new StringBuilder(text).reverse().toString();
        }

        @Override
        public String convertToEntityAttribute(String text) {
            return new StringBuilder(text).reverse().toString();
        }
    }

    /** A text of which the length is written. */
    static class Count implements AttributeConverter<String, Long> {
        @Override
        public Long convertToDatabaseColumn(String text) {
            return text == null ? null : (long) text.length();
        }

        @Override
        public String convertToEntityAttribute(Long length) {
            return "x".repeat(length.intValue());
        }
    }
}
