package ehpc.api

/** Makes requests that use every parameter and field, out of values of their types. */
class RequestMaker {

    private static final List<String> WORDS = ['a', 'x y', 'ü&=%', '{', '日本', "it's", '1', '-']

    private final Random random

    RequestMaker(long seed) {
        random = new Random(seed)
    }

    Map<String, Object> values(List<Parameter> parameters) {
        parameters.collectEntries { [it.name(), value(it)] }
    }

    private Object value(Parameter parameter) {
        switch (parameter.content()) {
            case Parameter.Type.INTEGER:
                return random.nextInt()
            case Parameter.Type.LONG:
                return (1L << 40) + random.nextInt()
            case Parameter.Type.FLOAT:
                return new BigDecimal(BigInteger.valueOf(random.nextInt()), 1 + random.nextInt(4))
            case Parameter.Type.BOOLEAN:
                return random.nextBoolean()
            case Parameter.Type.OBJECT:
                return parameter.fields() ? values(parameter.fields()) : WORDS.collectEntries { [it, it] }
            case Parameter.Type.OBJECT_LIST:
                return (0..random.nextInt(12)).collect { values(parameter.fields()) }
            case Parameter.Type.STRING_LIST:
                return (0..random.nextInt(12)).collect { word() }
            default:
                return word()
        }
    }

    private String word() {
        WORDS[random.nextInt(WORDS.size())] + random.nextInt(1000)
    }
}
