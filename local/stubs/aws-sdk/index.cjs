// cognito-local constructs these two clients at start and calls them only for triggers and KMS, which we do not configure.
class Lambda {}
class KMS {}
module.exports = { Lambda, KMS };
