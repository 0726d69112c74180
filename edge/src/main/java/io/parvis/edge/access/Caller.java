package io.parvis.edge.access;

import io.parvis.edge.problem.NotFound;
import io.parvis.edge.value.Ids;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is calling: a principal (a person or a machine, exactly one) and its grants.
 *
 * @param principal stable and opaque; four-eyes rules compare it
 */
public record Caller(String principal, String name, Set<Grant> grants) {

    private static final String EVERY_BRAND = "*";

    /** A role for one brand, or for every one where the brand is {@code *}. */
    public record Grant(String brand, Role role) {
        boolean covers(String brandId) {
            return brand.equals(EVERY_BRAND) || brand.equals(brandId);
        }
    }

    /** Whoever comes without a token to what is public. */
    public static final Caller NOBODY = new Caller("nobody", "nobody", Set.of());

    /**
     * Lets a caller pass that has one of the roles for the brand.
     *
     * @throws NotFound where it has no grant for the brand: it must not learn that the brand exists
     * @throws Forbidden where it has other roles only
     */
    public void require(String brandId, Role... anyOf) {
        var roles = rolesFor(brandId);
        if (roles.isEmpty()) {
            throw new NotFound("brand");
        }
        if (Arrays.stream(anyOf).noneMatch(roles::contains)) {
            throw new Forbidden(anyOf);
        }
    }

    /** Whether it has one of the roles for the brand. */
    public boolean has(String brandId, Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(rolesFor(brandId)::contains);
    }

    private Set<Role> rolesFor(String brandId) {
        return grants.stream()
                .filter(grant -> grant.covers(Ids.valid(brandId, "brand")))
                .map(Grant::role)
                .collect(Collectors.toSet());
    }

    /** @throws Forbidden where it has none of the roles for the whole suite */
    void requireForSuite(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(role -> grants.contains(new Grant(EVERY_BRAND, role)))) {
            throw new Forbidden(anyOf);
        }
    }

    /** True where every brand may be seen. */
    public boolean seesEveryBrand() {
        return grants.stream().anyMatch(grant -> grant.brand().equals(EVERY_BRAND));
    }

    /** The brands named in its grants. */
    public Set<String> brands() {
        return grants.stream().map(Grant::brand).collect(Collectors.toSet());
    }
}
