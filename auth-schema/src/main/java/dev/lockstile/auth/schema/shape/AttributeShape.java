package dev.lockstile.auth.schema.shape;

/**
 * An attribute of an entity that has one column.
 *
 * @param association true when it refers to another entity
 */
public record AttributeShape(String name, String column, boolean association) {}
