package dev.lockstile.auth.imports.plan;

import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes plans and holds a run to one. A plan is made on the code path of the run; before the run it is made anew, so
 * that a row, an option, the mapping or the people here that moved meanwhile show before the first write. That reads
 * the source twice more than a run without a plan. What moves while the run itself goes on shows in its report alone.
 */
public final class Planning {

    private final ImportTarget target;
    private final ImportOptions options;
    private final List<ContentFile> content;

    /**
     * Plans an import of accounts and of content.
     *
     * @param target as for the run
     * @param options as for the run
     * @param content the same as that of the import; its rows are not in the fingerprint, its counts are in the plan
     */
    public Planning(ImportTarget target, ImportOptions options, List<ContentFile> content) {
        this.target = target;
        this.options = options.asDryRun();
        this.content = List.copyOf(content);
    }

    /**
     * A plan and the report of its dry run.
     *
     * @param plan what was agreed on when it is kept
     * @param report counts, reasons and warnings
     */
    public record Planned(ImportPlan plan, ImportReport report) {}

    /**
     * {@return a plan, made by a dry run; nothing is written}
     *
     * @param source stays the caller's to close
     * @param preset as for the run
     * @param watch told each row that would go to quarantine
     */
    public Planned plan(Source source, Preset preset, ImportWatch watch) {
        ImportReport report = new UserImport(target, options, content).run(source, preset, watch);
        SourceSurvey survey = survey(source, preset);
        ImportPlan plan = new ImportPlan(
                preset.name(),
                options(),
                survey.fingerprint(),
                ImportPlan.counts(report),
                survey.sample(),
                report.named());
        return new Planned(plan, report);
    }

    /**
     * Makes sure that a run would do what the plan says.
     *
     * @param agreed the plan that an operator has read
     * @param source stays the caller's to close
     * @param preset as for the run
     * @throws ImportPlan.MovedException with all that moved; nothing was written
     */
    public void require(ImportPlan agreed, Source source, Preset preset) {
        List<String> moved = new ArrayList<>();
        if (!agreed.preset().equals(preset.name())) {
            moved.add("the preset is another one");
        }
        if (!agreed.options().equals(options())) {
            moved.add(
                    "region, system, duplicates, updates, ids, roles, trust, who is left out, the sample or content are other"
                            + " ones");
        }
        if (moved.isEmpty()
                && !agreed.fingerprint().equals(survey(source, preset).fingerprint())) {
            moved.add("rows of the source were changed, added or removed");
        }
        if (moved.isEmpty() && !agreed.counts().equals(countsNow(source, preset))) {
            moved.add("the same rows would end otherwise, since the mapping or the people here changed");
        }
        if (!moved.isEmpty()) {
            throw new ImportPlan.MovedException(moved);
        }
    }

    private String countsNow(Source source, Preset preset) {
        return ImportPlan.counts(new UserImport(target, options, content).run(source, preset, ImportWatch.none()));
    }

    private SourceSurvey survey(Source source, Preset preset) {
        return SourceSurvey.of(preset.people(
                source, options.reading(target.rules(), target.clock().instant())));
    }

    private String options() {
        return ImportPlan.options(
                options, content.stream().map(ContentFile::name).sorted().collect(Collectors.joining(",")));
    }
}
