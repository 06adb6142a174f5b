package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Files as spreadsheets, notebooks and exports write them are read, or refused with the place and the cause. */
abstract class DataFilesContract extends StateAndProofFixture {

    @Test
    void json_lines_go_with_a_preset_of_tables() {
        assertThat(created("laravel", resource("36-json-lines-with-a-table-preset/users.jsonl")))
                .isEqualTo(1);
    }

    @Test
    void a_mark_in_a_later_json_line_closes() {
        created(
                "laravel",
                file(
                        "users.jsonl",
                        "{\"id\":1,\"email\":\"a@acme.example\",\"password\":null}",
                        "{\"id\":2,\"email\":\"b@acme.example\",\"banned\":true}"));
        assertThat(states()).containsEntry("a", "open").containsEntry("b", "closed");
    }

    @Test
    void a_line_without_a_cell_is_no_record() {
        assertThat(created("aspnet-identity", resource("37-csv-blank-last-line/aspnetusers.csv")))
                .isEqualTo(1);
        assertThat(created("laravel", file("users.csv", "id,email,password", "", "7,line@acme.example,", "  ")))
                .isEqualTo(1);
    }

    @Test
    void a_column_without_a_name_is_passed_over() {
        assertThat(created("aspnet-identity", resource("38-csv-unnamed-first-column/aspnetusers.csv")))
                .isEqualTo(1);
        assertThat(created("laravel", file("users.csv", "id,,email,password,", "7,x,name@acme.example,,y")))
                .isEqualTo(1);
    }

    @Test
    void semicolons_and_tabs_are_read() throws IOException {
        String text = Files.readString(folder.resolve(
                resource("38-csv-unnamed-first-column/semicolon.csv").get().description()));
        assertThat(created("aspnet-identity", file("aspnetusers.csv", text.split("\n"))))
                .isEqualTo(1);
        assertThat(created("laravel", file("users.csv", "id\temail\tpassword", "7\tt@acme.example\t")))
                .isEqualTo(1);
    }

    @Test
    void byte_order_marks_tell_the_encoding() {
        assertThat(created("laravel", encoded(StandardCharsets.UTF_16, "u"))).isEqualTo(1);
        assertThat(created("laravel", encoded(StandardCharsets.UTF_8, "\ufeffv")))
                .isEqualTo(1);
    }

    @Test
    void another_encoding_and_doubled_names_are_refused_with_place_and_cause() {
        assertThatExceptionOfType(SourceUnusableException.class)
                .isThrownBy(() -> created("laravel", encoded(Charset.forName("windows-1252"), "w")))
                .withMessageStartingWith("users.csv, ")
                .withMessageContaining("not in UTF-8");
        assertThatExceptionOfType(SourceUnusableException.class)
                .isThrownBy(
                        () -> created("laravel", file("users.csv", "id,email,password,Email", "1,a@acme.example,,")))
                .withMessageContaining("names the columns 2 and 4 alike, email");
    }

    @Test
    void names_of_digits_sign_in() {
        ImportReport report = moved("django", script("15-django-numeric-user-names/source.sql"));
        assertThat(report.people().byReason()).doesNotContainKey("no_identifier");
        assertThat(host.count("select count(*) from auth_user where username in ('20210045', '00045512', '5512345678',"
                        + " '+5215512345678') and username_key is not null"))
                .isEqualTo(4);
    }

    private long created(String preset, Supplier<Source> source) {
        return moved(preset, source).people().in(State.CREATED);
    }

    /** A byte order mark at the head of the name belongs to the file. */
    private Supplier<Source> encoded(Charset charset, String name) {
        String mark = name.startsWith("\ufeff") ? "\ufeff" : "";
        Supplier<Source> source = file("users.csv", "");
        try {
            Files.write(
                    folder.resolve("users.csv"),
                    (mark + "id,email,password,name\n" + name.length() + name.codePointAt(0) + ","
                                    + name.substring(mark.length()) + "@acme.example,,Jos\u00e9\n")
                            .getBytes(charset));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return source;
    }
}
