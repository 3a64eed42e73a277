package ehpc;

import ehpc.api.InputException;

/** A service whose linked role InitializeEHPC creates. */
public enum Service {
    /** E-HPC, for clusters. */
    E_HPC("E-HPC"),
    /** E-HPC Instant, for serverless jobs. */
    E_HPC_INSTANT("E-HPC Instant");

    private final String wireName;

    Service(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the service's name as InitializeEHPC takes it. */
    public String wireName() {
        return wireName;
    }

    /**
     * Returns the service with this name.
     *
     * @throws InputException if it does not exist
     */
    public static Service named(String name) {
        for (Service service : values()) {
            if (service.wireName.equals(name)) {
                return service;
            }
        }
        throw new InputException("service must be 'E-HPC' or 'E-HPC Instant', is '" + name + "'");
    }
}
