package dev.lockstile.auth.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns of bytes whose content is a text, as MediaWiki has them, and keys of bytes, as UUIDs are kept. */
final class BinaryColumnsTest {

    private static final String URL = "jdbc:h2:mem:binary-columns;DATABASE_TO_UPPER=false";
    private static final SourceTable MEMBERS = new SourceTable("members", "id", List.of("id", "name", "seal"));
    private static final SourceTable KEYS = new SourceTable("keys", "id", List.of("id", "owner"));

    private Connection kept;

    @BeforeEach
    void oldRows() throws SQLException {
        kept = DriverManager.getConnection(URL);
        try (Statement statement = kept.createStatement()) {
            for (String sql : List.of(
                    "create table members (id binary(4) primary key, name varbinary(40), seal blob)",
                    "insert into members values (x'00ff0001', x'416ec3a1', x'00ff10'), (x'41424344', x'426f', null),"
                            + " (x'61623132', x'43', x'c328')",
                    "create table notes (id int primary key, owner varchar(20))",
                    "insert into notes values (1, 'ABCD'), (2, '00ff0001'), (3, 'other')",
                    "create table keys (id varbinary(9) primary key, owner binary(4))",
                    "insert into keys values (x'01', x'41424344'), (x'02', x'00ff0001'), (x'03', x'61623132')")) {
                statement.execute(sql);
            }
        }
    }

    @AfterEach
    void close() throws SQLException {
        kept.close();
    }

    @Test
    void bytes_are_a_text_where_people_could_write_it_and_digits_elsewhere() {
        try (Source source = open()) {
            assertThat(source.page(MEMBERS, null, 9))
                    .extracting(row -> row.key() + " " + row.cell("name") + " " + row.cell("seal"))
                    .containsExactly("00ff0001 An\u00e1 00ff10", "ABCD Bo null", "ab12 C c328");
        }
    }

    @Test
    void pages_are_cut_by_keys_of_bytes() {
        try (Source source = open()) {
            List<Object> keys = new ArrayList<>();
            List<SourceRow> page = source.page(KEYS, null, 1);
            while (!page.isEmpty()) {
                keys.add(page.get(0).key());
                page = source.page(KEYS, page.get(0).place(), 1);
            }
            assertThat(keys).containsExactly("01", "02", "03");
        }
    }

    @Test
    void the_place_of_a_row_is_the_bytes_of_its_key_where_these_are_a_text_too() {
        try (Source source = open()) {
            assertThat(source.page(MEMBERS, null, 9))
                    .extracting(SourceRow::place)
                    .allMatch(byte[].class::isInstance);
        }
    }

    @Test
    void rows_of_an_owner_are_found_by_a_key_of_bytes() {
        try (Source source = open()) {
            List<Object> owners =
                    source.page(MEMBERS, null, 9).stream().map(SourceRow::key).toList();
            assertThat(source.matching(KEYS, "owner", owners))
                    .extracting(row -> row.key() + " " + row.cell("owner"))
                    .containsExactly("01 ABCD", "02 00ff0001", "03 ab12");
        }
    }

    @Test
    void rows_whose_owner_is_a_text_are_found_by_the_bytes_of_a_key() {
        SourceTable notes = new SourceTable("notes", "id", List.of("id", "owner"));
        try (Source source = open()) {
            List<Object> places =
                    source.page(MEMBERS, null, 9).stream().map(SourceRow::place).toList();
            assertThat(source.matching(notes, "owner", places))
                    .extracting(row -> row.cell("owner"))
                    .containsExactly("ABCD", "00ff0001");
        }
    }

    private static Source open() {
        return Sources.open(new SourceAccess(URL, null, null));
    }
}
