package dev.lockstile.benchmarks.internal.race;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All races of one run on one machine.
 *
 * @param notes what else was found, a sentence each
 */
public record Results(String title, Machine machine, List<String> notes, List<Race> races) {

    /** Results without anything to add. */
    public Results(String title, Machine machine, List<Race> races) {
        this(title, machine, List.of(), races);
    }

    /** Writes {@code name.json} and {@code name.html} with its plots. */
    public void writeTo(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(folder.resolve(name + ".json"), json.writeValueAsString(this) + "\n");
        Files.writeString(folder.resolve(name + ".html"), ResultsPage.of(this));
    }
}
