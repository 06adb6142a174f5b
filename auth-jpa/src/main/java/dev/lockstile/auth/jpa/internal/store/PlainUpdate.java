package dev.lockstile.auth.jpa.internal.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.sql.Template;
import org.jspecify.annotations.Nullable;

/**
 * A conditional update in the words of HQL as SQL. Hibernate keeps the SQL of a query but translates an update each time
 * that it runs, which costs more than running it. Names of tables and columns are those of the mapping.
 *
 * @param persister of the entity
 * @param values what the question marks stand for, in their order
 */
record PlainUpdate(SingleTableEntityPersister persister, String sql, List<Value> values) {

    private static final Pattern UPDATE = Pattern.compile("update (\\S+) x set (.+)", Pattern.DOTALL);

    /** An attribute, maybe with what it is set to or compared with; a word or sign that is the same in SQL. */
    private static final Pattern PIECE = Pattern.compile("x\\.(?<path>\\w+)\\b(?!\\.)"
            + "(?:(?<sign>\\s*(?:<>|<=|>=|[=<>+-])\\s*)(?::(?<name>\\w+)|(?<truth>true|false)\\b))?"
            + "|(?<same>(?:where|and|or|not|is|null|case|when|then|else|end)\\b|\\d+\\b|<>|<=|>=|[=<>+\\-,()]|\\s+)");

    /**
     * A value.
     *
     * @param part the attribute that says how it is written
     * @param name of the parameter that brings it; null for one that is always the same
     */
    record Value(
            BasicValuedModelPart part,
            @Nullable String name,
            @Nullable Boolean always) {}

    /**
     * The update as SQL; empty where Hibernate has to do more than translate words: several tables, conditions of the
     * mapping, a cache or an inspector that must hear of it, or an expression that is not among the simple ones.
     */
    static Optional<PlainUpdate> of(SessionFactoryImplementor factory, String hql) {
        Matcher update = UPDATE.matcher(hql);
        if (!update.matches()) {
            return Optional.empty();
        }
        String entity = factory.getJpaMetamodel().qualifyImportableName(update.group(1));
        return factory.getMappingMetamodel().getEntityDescriptor(entity) instanceof SingleTableEntityPersister persister
                        && PlainTable.holds(persister)
                        && !persister.hasWhereRestrictions()
                        && isUnseen(factory, persister)
                ? translate(update.group(2), persister, factory)
                : Optional.empty();
    }

    /** Nothing is told of a change: no cache, and nobody who reads or rewrites each statement. */
    private static boolean isUnseen(SessionFactoryImplementor factory, SingleTableEntityPersister persister) {
        MappingMetamodelImplementor mapping = factory.getMappingMetamodel();
        Set<String> roles = mapping.getCollectionRolesByEntityParticipant(persister.getEntityName());
        SessionFactoryOptions options = factory.getSessionFactoryOptions();
        return !persister.hasCache()
                && !persister.hasNaturalIdCache()
                && (roles == null
                        || roles.stream()
                                .noneMatch(role ->
                                        mapping.getCollectionDescriptor(role).hasCache()))
                && !options.isQueryCacheEnabled()
                && !options.isMultiTenancyEnabled()
                && options.getStatementInspector() == null;
    }

    /** No filter of the mapping, such as that of a tenant, holds in this session. */
    boolean isUnfiltered(SharedSessionContractImplementor session) {
        return !persister.isAffectedByEnabledFilters(session.getLoadQueryInfluencers(), false);
    }

    private static Optional<PlainUpdate> translate(
            String words, SingleTableEntityPersister persister, SessionFactoryImplementor factory) {
        StringBuilder sql =
                new StringBuilder("update ").append(persister.getTableName()).append(" set ");
        List<Value> values = new ArrayList<>();
        Matcher piece = PIECE.matcher(words);
        while (piece.regionStart() < words.length() && piece.lookingAt()) {
            if (piece.group("same") != null) {
                sql.append(piece.group("same"));
            } else {
                BasicValuedModelPart part = column(persister, piece.group("path"));
                if (part == null) {
                    return Optional.empty();
                }
                sql.append(part.getSelectionExpression());
                if (piece.group("sign") != null) {
                    values.add(value(part, piece));
                    sql.append(piece.group("sign"))
                            .append(PlainTable.mark(
                                    part, factory.getJdbcServices().getDialect()));
                }
            }
            piece.region(piece.end(), words.length());
        }
        return piece.regionStart() == words.length()
                ? Optional.of(new PlainUpdate(persister, sql.toString(), List.copyOf(values)))
                : Optional.empty();
    }

    private static Value value(BasicValuedModelPart part, Matcher piece) {
        String truth = piece.group("truth");
        return new Value(part, piece.group("name"), truth == null ? null : Boolean.valueOf(truth));
    }

    /** The one column of an attribute, which is read and written as it stands; null for anything else. */
    private static @Nullable BasicValuedModelPart column(SingleTableEntityPersister persister, String attribute) {
        ModelPart part = attribute.equals(persister.getIdentifierPropertyName())
                ? persister.getIdentifierMapping()
                : persister.findAttributeMapping(attribute);
        return part instanceof BasicValuedModelPart basic && !basic.isFormula() && isTakenAsItStands(basic)
                ? basic
                : null;
    }

    private static boolean isTakenAsItStands(BasicValuedModelPart column) {
        String read = column.getCustomReadExpression();
        String write = column.getCustomWriteExpression();
        return (read == null || read.equals(Template.TEMPLATE + "." + column.getSelectionExpression()))
                && (write == null || write.equals("?"));
    }

    /** The names of the parameters. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        values.forEach(value -> {
            if (value.name() != null) {
                names.add(value.name());
            }
        });
        return names;
    }
}
