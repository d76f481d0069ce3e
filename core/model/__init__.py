"""The types that pass between the steps: frozen, slotted, without behaviour beyond their own arithmetic."""
