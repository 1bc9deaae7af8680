import ArgumentParser
import ServiceLifecycle
print("entente")
