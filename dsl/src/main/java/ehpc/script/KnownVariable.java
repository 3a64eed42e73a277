package ehpc.script;

/**
 * A variable that entries to come may use.
 *
 * @param type what is known of its values
 * @param typed whether its declaration says the type, so that it takes no other values
 * @param fixed whether it takes no other value at all
 */
record KnownVariable(String name, KnownType type, boolean typed, boolean fixed) {

    SessionContext.Variable told() {
        return new SessionContext.Variable(name, type.toString(), type.raw());
    }
}
