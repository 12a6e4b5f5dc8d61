"""The screen task that authors start from."""

SAMPLE = """\
<screen_task id="q5" points="3" mode="try" device="phone" start="settings">
  <prompt><p>Bật đăng nhập hai bước cho tài khoản.</p></prompt>
  <state id="two_step" value="off"/>
  <state id="lock" value="on"/>
  <screen id="settings" title="Cài đặt">
    <button id="display" go="display"><text>Màn hình</text></button>
    <button id="security" go="security"><text>Bảo mật</text></button>
    <hint><p>Đăng nhập là chuyện an toàn của tài khoản.</p></hint>
  </screen>
  <screen id="display" title="Màn hình">
    <text><p>Độ sáng, cỡ chữ.</p></text>
    <hint><p>Ở đây không có. Hãy quay lại.</p></hint>
  </screen>
  <screen id="security" title="Bảo mật">
    <toggle id="lock_switch" state="lock"><text>Khóa màn hình</text></toggle>
    <toggle id="two_step_switch" state="two_step"><text>Đăng nhập hai bước</text></toggle>
    <button id="ask_stranger" go="help" look="link"><text>Nhờ người lạ làm hộ</text></button>
  </screen>
  <screen id="help" title="Nhờ làm hộ">
    <text><p>Người lạ hỏi mã OTP của bạn.</p></text>
  </screen>
  <goal>
    <is state="two_step" value="on">Đăng nhập hai bước đã bật</is>
    <is state="lock" value="on">Khóa màn hình vẫn bật</is>
  </goal>
  <path>
    <step tap="security"><narration><p>Mở mục Bảo mật.</p></narration></step>
    <step tap="two_step_switch"><narration><p>Gạt công tắc sang bật.</p></narration></step>
  </path>
  <mistake tap="ask_stranger" cost="1"><reason><p>Người lạ có thể chiếm tài khoản.</p></reason></mistake>
  <feedback when="correct"><p>Tài khoản giờ có hai lớp khóa.</p></feedback>
  <feedback when="incorrect"><p>Hãy xem lại từng mục của điện thoại.</p></feedback>
  <hint><p>Tìm mục nói về an toàn.</p></hint>
  <explanation><p>Kẻ gian biết mật khẩu vẫn cần mã thứ hai.</p></explanation>
</screen_task>
"""
